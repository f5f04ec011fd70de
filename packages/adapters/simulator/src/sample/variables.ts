import type {FlowVariable} from '@deskwire/domain';

const variable = (name: string, en: string, ko: string, more: Partial<FlowVariable> = {}): FlowVariable => ({
  name,
  label: {en, ko},
  type: 'string',
  editable: false,
  secure: false,
  ...more,
});

const editable = {editable: true} as const;

/** Account details as a flow brings them: every type, some to edit, two that are secure. */
export const SAMPLE_VARIABLES: readonly FlowVariable[] = [
  variable('account-number', 'Account number', '계정 번호'),
  variable('customer-since', 'Customer since', '가입일', {type: 'date'}),
  variable('resident-id', 'Resident ID, last 4', '주민등록번호 뒤 4자리', {secure: true}),
  variable('promised-pay-date', 'Promised pay date', '납부 약속일', {type: 'date', ...editable}),
  variable('plan-tier', 'Plan tier', '요금제 등급', editable),
  variable('callback-consent', 'Callback consent', '콜백 동의', {type: 'boolean', ...editable}),
  variable('reason-for-call', 'Reason for call', '통화 사유', editable),
  variable('parcels-per-month', 'Parcels per month', '월 발송 건수', {type: 'integer', ...editable}),
  variable('refund-amount', 'Refund amount', '환불 금액', {type: 'decimal', ...editable}),
  variable('call-back-at', 'Call back at', '콜백 시각', {type: 'date-time', ...editable}),
  variable('account-password', 'Account password', '계정 비밀번호', {secure: true, ...editable}),
];

/**
 * What the flow of another line has: some variables of the same name and type, one of the same name and another type, one
 * that the flow sets by itself (CAD-12).
 */
export const SAMPLE_OTHER_VARIABLES: readonly FlowVariable[] = [
  variable('account-number', 'Account number', '계정 번호'),
  variable('plan-tier', 'Plan tier', '요금제 등급', {...editable, value: 'Priority'}),
  variable('reason-for-call', 'Reason for call', '통화 사유', editable),
  variable('refund-amount', 'Refund amount', '환불 금액', editable),
  variable('claim-number', 'Claim number', '접수 번호', editable),
];
