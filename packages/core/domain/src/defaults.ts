import type {AgentProfile, AttachmentPolicy, TenantConfig, WrapUpPolicy} from './config.js';
import type {CommandType} from './command.js';

const MEGABYTE = 1_000_000;

/** Attachment endings allowed unless admin says otherwise (REQUIREMENTS, MAIL). */
export const DEFAULT_ATTACHMENT_TYPES: readonly string[] = (
  '.html .mhtml .mht .odt .pdf .pdfxml .rtf .shtml .xps .xml .xhtml .txt .eml .msg .ods .dot .dothtml .doc .docx ' +
  '.dotx .dotm .pot .pothtml .ppthtml .pptmhtml .pptxml .pps .ppam .ppt .pptx .pub .pubhtml .pubmhtml .xls .xlshtml ' +
  '.xlthtml .xlt .xlsm .xltx .xltm .xlam .xlsb .xlsx'
).split(' ');

const attachments = (maxFiles: number, maxMegabytes: number): AttachmentPolicy => ({
  enabled: true,
  maxFiles,
  maxTotalBytes: maxMegabytes * MEGABYTE,
  types: DEFAULT_ATTACHMENT_TYPES,
});

const oneReason: WrapUpPolicy = {multiple: false, extendable: false};
const severalReasons: WrapUpPolicy = {multiple: true, extendable: false};

/** Everything admin can set, at the value that holds while admin has not. Only what has no sensible default is empty. */
export const TENANT_DEFAULTS: Omit<TenantConfig, 'id' | 'name'> = {
  language: 'en',
  idleReasons: [{id: 'break', label: {en: 'Break', ko: '휴식'}}],
  signInReasonId: 'break',
  wrapUpReasons: [{id: 'resolved', label: {en: 'Resolved', ko: '해결됨'}}],
  wrapUp: {voice: oneReason, chat: severalReasons, social: severalReasons, email: oneReason},
  ringSeconds: {voice: 20, chat: 30, social: 30, email: 120},
  connectSeconds: 10,
  dialSeconds: 30,
  graceSeconds: 30,
  lostAgent: 'keep',
  queues: [],
  entryPoints: [],
  popoverVariables: [],
  consultVariables: [],
  recording: {enabled: false, privacyShield: false, pauseSeconds: 30},
  callCancellable: false,
  endConsult: 'drop',
  queueTransferForOutdial: false,
  consultToQueue: true,
  outdial: {anis: [], availableAfter: false, dialPlan: []},
  callLimits: {dataCentre: 10_000, tenant: 1_000},
  chat: {attachments: attachments(10, 35), responses: []},
  email: {attachments: attachments(10, 25), templates: [], undoSeconds: 0},
  cardData: {action: 'redact', unreadable: 'allow'},
  campaigns: [],
};

/** A complete tenant from the part that admin set. */
export const createTenant = (
  set: Partial<TenantConfig> & Pick<TenantConfig, 'id' | 'name'>,
): TenantConfig => ({...TENANT_DEFAULTS, ...set});

/** An agent from the part that admin set: a browser phone, one call, three chats, five mails, no special permission. */
export const createProfile = (
  set: Partial<AgentProfile> & Pick<AgentProfile, 'id' | 'name'>,
): AgentProfile => ({
  team: {id: 'team', name: 'Team'},
  station: {kind: 'browser-phone', dn: set.id},
  capacity: {voice: 1, chat: 3, social: 3, email: 5},
  blending: 'blended',
  permissions: ['transfer', 'consult', 'conference', 'recording', 'history'],
  queueIds: [],
  ...set,
});

/** Commands that every desk has whatever its backend: for tests and sample backends, never a promise of one. */
export const BASIC_COMMANDS: readonly CommandType[] = [
  'agent.set-state',
  'agent.sign-out',
  'interaction.accept',
  'interaction.decline',
  'interaction.end',
  'interaction.read',
  'call.hold',
  'call.resume',
  'wrap-up.submit',
  'wrap-up.extend',
  'message.send',
  'mail.send',
  'customer.leave',
];
