import type {Attachment} from 'nodemailer/lib/mailer/index.js';

/** A red dot, as a picture. */
export const DOT_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  'base64',
);

/** A document of one page that says this, as small as they come. */
export const pdfOf = (text: string): Buffer => {
  const drawing = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};

/** What a customer attaches, under a name in their own language. */
export const BILL_NAME = '11월 청구서 (최종).pdf';
export const BILL_PDF = pdfOf('November bill');

/** What the agent sends back. */
export const FORM_NAME = '환불 신청서.pdf';
export const FORM_PDF = pdfOf('Refund form');

/** A mail as mail programs write them: both texts, a picture in the text, a document beside it. */
export const billMail = (more = ''): {text: string; html: string; attachments: Attachment[]} => ({
  text: '11월 로밍 요금이 두 번 청구되었습니다.\n환불해 주세요.',
  html:
    '<p>11월 <b>로밍 요금</b>이 <span style="color:#c00000">두 번</span> 청구되었습니다.</p>' +
    `<p><img src="cid:dot@customer" alt="영수증" width="40" height="40"></p>${more}<p>환불해 주세요.</p>`,
  attachments: [
    {filename: 'dot.png', content: DOT_PNG, cid: 'dot@customer', contentDisposition: 'inline'},
    {filename: BILL_NAME, content: BILL_PDF, contentType: 'application/pdf'},
  ],
});
