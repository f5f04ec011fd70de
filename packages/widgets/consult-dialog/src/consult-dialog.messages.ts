import {defineWords} from '@deskwire/kit';

/** The words of `<dw-consult-dialog>`. */
export const consultDialogWords = defineWords({
  en: {
    title: 'Consult request',
    action: 'Consult',
    goesOnHold: 'The customer goes on hold.',
    staysOnHold: 'The customer stays on hold.',
  },
  ko: {
    title: '상담 요청',
    action: '상담',
    goesOnHold: '고객은 보류 상태가 됩니다.',
    staysOnHold: '고객은 계속 보류 상태입니다.',
  },
});
