import {samplePdf} from './pdf.js';
import {samplePng, type Picture} from './png.js';

/** A sheet of a label with a box on it that is torn at a corner. */
const BOX: Picture = {
  width: 200,
  height: 120,
  colours: ['#e8edf2', '#c99a62', '#a87a45', '#f4e3c8', '#3b2a17'],
  at: (x, y) => {
    if (x < 30 || x > 170 || y < 20 || y > 105) return 0;
    if (x + (105 - y) * 1.4 < 58 || Math.abs(x + (105 - y) * 1.4 - 58) < 3) return 4;
    if (x > 92 && x < 108) return 3;
    return y < 42 ? 2 : 1;
  },
};

/** A plain mark, as companies put it beneath their letters. */
const LOGO: Picture = {
  width: 96,
  height: 24,
  colours: ['#ffffff', '#1f5fbf', '#7aa7e6'],
  at: (x, y) => {
    if (x < 24) return Math.hypot(x - 12, y - 12) < 11 ? 1 : 0;
    const isLine = y % 8 > 2 && y % 8 < 6;
    return isLine && x > 32 && x < 96 - (y > 15 ? 30 : 0) ? 2 : 0;
  },
};

/** The photo of a box that came damaged. */
export const boxPhoto = (): File => new File([samplePng(BOX)], 'box.png', {type: 'image/png'});

/** What stands beneath the letters of a company. */
export const logo = (): File => new File([samplePng(LOGO)], 'logo.png', {type: 'image/png'});

/** The bill that a customer complains about. */
export const invoicePdf = (): File =>
  new File(
    [
      samplePdf([
        'Hanbit Logistics                     Invoice HB-2026-11-0442',
        '',
        '3 November    Delivery, Seoul to Busan            18,000',
        '3 November    Delivery, Seoul to Busan            18,000',
        '14 November   Delivery, Seoul to Gimhae            9,000',
        '',
        'Total                                              45,000',
      ]),
    ],
    '11월 청구서 (최종).pdf',
    {type: 'application/pdf'},
  );
