import {defineWords} from '../words/catalogue.js';

/** The words of a mail that is shown. */
export const mailWords = defineWords({
  en: {
    body: 'Email text',
    blocked: 'Image blocked',
    blockedSized: 'Image blocked · {width} × {height}',
    imageMissing: 'Image not available',
    cut: 'This email is very long. Only its beginning is shown.',
    asText: 'The formatting of this email cannot be shown here. This is its text.',
    cardRemoved: 'Card number removed',
    attachmentRemoved: 'A file was removed',
  },
  ko: {
    body: '이메일 본문',
    blocked: '이미지 차단됨',
    blockedSized: '이미지 차단됨 · {width} × {height}',
    imageMissing: '이미지를 표시할 수 없음',
    cut: '이메일이 매우 길어 앞부분만 표시합니다.',
    asText: '이 이메일의 서식을 여기에 표시할 수 없어 텍스트로 표시합니다.',
    cardRemoved: '카드 번호 삭제됨',
    attachmentRemoved: '파일 삭제됨',
  },
});
