import {describe, expect, it} from 'vitest';
import {DEFAULT_ATTACHMENT_TYPES, type AttachmentPolicy, type Attachment} from '@deskwire/domain';
import {checkUpload, mediaTypeOf, type UploadFacts} from './upload-rules.js';

const policyOf = (set: Partial<AttachmentPolicy> = {}): AttachmentPolicy => ({
  ...{enabled: true, maxFiles: 2, maxTotalBytes: 35_000_000, types: ['.pdf']},
  ...set,
});
const waiting = (count: number, size = 1): readonly Attachment[] =>
  Array.from({length: count}, (_, index) => ({id: `${index}`, name: 'a.pdf', type: 'application/pdf', size}));
const refusal = (file: Partial<UploadFacts>, policy?: Partial<AttachmentPolicy>, unsent = waiting(0)) => {
  const verdict = checkUpload(policyOf(policy), {name: 'bill.pdf', size: 10, ...file}, unsent);
  return verdict.ok ? verdict.file : verdict.refusal;
};

describe('a file that is offered', () => {
  it('is taken under a name that was read', () => {
    expect(refusal({name: ' Bill.PDF '})).toEqual({name: 'Bill.PDF', ending: '.pdf'});
    expect(refusal({size: 35_000_000})).toMatchObject({name: 'bill.pdf'});
    expect(refusal({}, {}, waiting(5))).toMatchObject({name: 'bill.pdf'});
  });

  it.each([
    ['DW_FILE_OFF', {}, {enabled: false}, undefined],
    ['DW_FILE_NAME', {name: '../bill.pdf'}, {}, {name: '.. bill.pdf'}],
    ['DW_FILE_NAME', {name: ''}, {}, {name: ''}],
    ['DW_FILE_TYPE', {name: 'bill.pdf.exe'}, {}, {name: 'bill.pdf.exe', types: '.pdf'}],
    ['DW_FILE_TYPE', {name: 'bill'}, {}, {name: 'bill', types: '.pdf'}],
    ['DW_FILE_EMPTY', {size: 0}, {}, {name: 'bill.pdf'}],
    ['DW_FILE_TOO_LARGE', {size: 35_000_001}, {}, {name: 'bill.pdf', max: 35}],
  ] as const)('is refused with %s: %j %j', (code, file, policy, params) => {
    expect(refusal(file, policy)).toMatchObject({code, ...(params ? {params} : {})});
  });

  it('is refused when too much waits for its message', () => {
    expect(refusal({}, {}, waiting(6))).toMatchObject({code: 'DW_FILE_TOO_MANY', params: {max: 2}});
    expect(refusal({}, {}, waiting(3, 35_000_000))).toMatchObject({code: 'DW_FILE_TOO_MANY'});
  });

  it('that is an image of a text is no file of the list: admin’s endings and its number do not matter, its size does', () => {
    const image = {name: 'logo.png', inline: true};
    expect(refusal({name: 'logo.png'})).toMatchObject({code: 'DW_FILE_TYPE'});
    expect(refusal(image)).toMatchObject({name: 'logo.png'});
    expect(refusal(image, {}, waiting(6))).toMatchObject({name: 'logo.png'});
    expect(refusal({...image, size: 35_000_001})).toMatchObject({code: 'DW_FILE_TOO_LARGE'});
    expect(refusal(image, {}, waiting(3, 35_000_000))).toMatchObject({code: 'DW_FILE_TOO_MANY'});
    const images = waiting(6).map((one) => ({...one, inline: true}));
    expect(refusal({}, {}, images)).toMatchObject({name: 'bill.pdf'});
  });

  it('is given out as bytes where a browser could run it', () => {
    for (const ending of ['.html', '.xml', '.svg', '.mht', '.js', ''])
      expect(mediaTypeOf(ending)).toBe('application/octet-stream');
    expect(mediaTypeOf('.pdf')).toBe('application/pdf');
    for (const ending of DEFAULT_ATTACHMENT_TYPES) expect(mediaTypeOf(ending)).toMatch(/^[a-z]+\/[-.+\w]+$/);
  });
});
