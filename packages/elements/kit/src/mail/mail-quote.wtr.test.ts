import {expect} from '@open-wc/testing';

import {mountMail, unmountMails} from './mail-body.harness.js';

const BORDER = 'border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm';

/** What mail programs make of an answer. Each says MINE before or after a mail that says THEIRS. */
const ANSWERS: Readonly<Record<string, string>> = {
  Gmail:
    '<div dir="ltr">MINE</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Fri, Nov 20, 2026 at 9:41 AM A &lt;a@x.example&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">THEIRS</blockquote></div>',
  'Apple Mail':
    '<html><body>MINE<br><div><br><blockquote type="cite"><div>On 20 Nov 2026, at 09:41, A wrote:</div><div>THEIRS</div></blockquote></div></body></html>',
  Thunderbird:
    '<p>MINE</p><div class="moz-cite-prefix">On 20.11.26 09:41, THEIRS wrote:<br></div><blockquote type="cite" cite="mid:x"><p>THEIRS</p></blockquote>',
  'Outlook on the web':
    '<div>MINE</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> THEIRS<br><b>Sent:</b> x</div><div>THEIRS</div>',
  Outlook: `<div class="WordSection1"><p class="MsoNormal">MINE</p><div><div style="${BORDER}"><p class="MsoNormal"><b>From:</b> THEIRS<br><b>Sent:</b> Friday<br><b>To:</b> b<br><b>Subject:</b> c</p></div></div><p class="MsoNormal">THEIRS</p></div>`,
  'Outlook in Korean': `<div class="WordSection1"><p class="MsoNormal">MINE</p><div style="${BORDER}"><p class="MsoNormal"><b>보낸 사람:</b> THEIRS<br><b>보낸 날짜:</b> 금요일<br><b>받는 사람:</b> b<br><b>제목:</b> c</p></div><p>THEIRS</p></div>`,
  Yahoo:
    '<div>MINE</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Friday, A wrote:</div><div>THEIRS</div></div>',
  Naver:
    '<div style="font-size:14px"><p>MINE</p></div><p>-----Original Message-----<br><b>From:</b> THEIRS<br><b>To:</b> b</p><div>THEIRS</div>',
  Daum: '<div>MINE</div><div>--------- 원본 메일 ---------</div><div>보낸이: THEIRS</div><blockquote>THEIRS</blockquote>',
  'a text behind a rule': '<p>MINE</p><hr><p>From: THEIRS<br>Sent: x<br>To: b<br>Subject: c</p><p>THEIRS</p>',
  'the answer below': '<blockquote type="cite">THEIRS</blockquote><p>MINE</p>',
};

describe('earlier mails in an HTML mail', () => {
  afterEach(unmountMails);

  for (const [program, html] of Object.entries(ANSWERS))
    it(`are folded until they are wanted: ${program}`, async () => {
      const stage = await mountMail({html});
      expect(stage.told).to.deep.equal([{blocked: 0, hasQuote: true}]);
      expect(stage.text).to.contain('MINE').and.not.to.contain('THEIRS');
      const height = stage.doc.documentElement.getBoundingClientRect().height;
      stage.element.isQuoteShown = true;
      await stage.element.updateComplete;
      expect(stage.text).to.contain('MINE').and.to.contain('THEIRS');
      expect(stage.doc.documentElement.getBoundingClientRect().height).to.be.greaterThan(height);
      expect(stage.told).to.have.length(1);
    });

  const WHOLE: Readonly<Record<string, string>> = {
    'a mail that was passed on':
      '<div>MINE</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: A</div>THEIRS</div>',
    'one without a word of its own': '<div class="gmail_quote">THEIRS MINE</div>',
    'an answer point by point':
      '<blockquote type="cite">THEIRS</blockquote><p>MINE</p><blockquote type="cite">THEIRS</blockquote><p>MINE</p>',
    'a quotation that is none of a mail': '<p>MINE</p><blockquote>THEIRS</blockquote>',
    'a text about senders': '<p>MINE</p><p>From: Seoul, to: Busan. THEIRS</p>',
  };
  for (const [what, html] of Object.entries(WHOLE))
    it(`are not looked for in ${what}`, async () => {
      const {told, text} = await mountMail({html});
      expect(told).to.deep.equal([{blocked: 0, hasQuote: false}]);
      expect(text).to.contain('MINE').and.to.contain('THEIRS');
    });
});
