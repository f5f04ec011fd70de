import type {Words} from '../words.js';

/** What the sample mails say. Nothing of it is real; addresses end in `.example`. */
export const LETTERS = {
  invoiceSubject: {en: 'Two charges on the invoice for November', ko: '11월 청구서 이중 청구 문의'},
  invoiceText: {
    en: 'Hello,\n\nthe invoice for November lists the delivery of 3 November twice. The invoice is attached, the lines are marked below.\n\n3 November: Seoul to Busan, 18,000 won\n3 November: Seoul to Busan, 18,000 won\n\nCould you send a corrected one?\n\nKind regards\nJung Da-in',
    ko: '안녕하세요.\n\n11월 청구서에 11월 3일 배송이 두 번 들어가 있습니다. 청구서를 첨부하고 해당 내역을 아래에 표시했습니다.\n\n11월 3일: 서울에서 부산, 18,000원\n11월 3일: 서울에서 부산, 18,000원\n\n수정된 청구서를 보내 주실 수 있을까요?\n\n감사합니다.\n정다인 드림',
  },
  invoiceHtml: {
    en: '<p>Hello,</p><p>the invoice for November lists the delivery of 3 November <b style="color:#b42318">twice</b>. The invoice is attached, the lines are marked below.</p><table border="1" cellpadding="6" style="border-collapse:collapse"><tr><th align="left">Day</th><th align="left">Delivery</th><th align="right">Won</th></tr><tr style="background:#fdecea"><td>3 November</td><td>Seoul to Busan</td><td align="right">18,000</td></tr><tr style="background:#fdecea"><td>3 November</td><td>Seoul to Busan</td><td align="right">18,000</td></tr><tr><td>14 November</td><td>Seoul to Gimhae</td><td align="right">9,000</td></tr></table><p>Could you send a corrected one?</p><p>Kind regards<br>Jung Da-in</p><p><img src="cid:logo@saebyeok" alt="Saebyeok Tyres" width="96" height="24"></p>',
    ko: '<p>안녕하세요.</p><p>11월 청구서에 11월 3일 배송이 <b style="color:#b42318">두 번</b> 들어가 있습니다. 청구서를 첨부하고 해당 내역을 아래에 표시했습니다.</p><table border="1" cellpadding="6" style="border-collapse:collapse"><tr><th align="left">날짜</th><th align="left">배송</th><th align="right">원</th></tr><tr style="background:#fdecea"><td>11월 3일</td><td>서울에서 부산</td><td align="right">18,000</td></tr><tr style="background:#fdecea"><td>11월 3일</td><td>서울에서 부산</td><td align="right">18,000</td></tr><tr><td>11월 14일</td><td>서울에서 김해</td><td align="right">9,000</td></tr></table><p>수정된 청구서를 보내 주실 수 있을까요?</p><p>감사합니다.<br>정다인 드림</p><p><img src="cid:logo@saebyeok" alt="새벽타이어" width="96" height="24"></p>',
  },
  invoiceThanks: {
    en: 'Thank you. Please send it to our accounts department as well.',
    ko: '감사합니다. 회계팀에도 같이 보내 주세요.',
  },
  damagedSubject: {en: 'My parcel came damaged', ko: '택배가 파손되어 왔습니다'},
  damagedText: {
    en: 'Hello,\n\nmy parcel came with a torn corner this morning. A photo is below. The lamp in it is broken.\n\nPark Su-jin',
    ko: '안녕하세요.\n\n오늘 아침에 택배가 모서리가 찢어진 채로 왔습니다. 사진은 아래에 있습니다. 안에 있던 조명이 깨졌습니다.\n\n박수진 드림',
  },
  damagedHtml: {
    en: '<p>Hello,</p><p>my parcel came with a torn corner this morning.</p><p><img src="cid:box-photo" alt="The torn box" width="200" height="120"></p><p>The lamp in it is broken. The shop shows it here:</p><p><img src="https://cdn.lampshop.example/lamp-204.jpg" alt="Lamp 204" width="160" height="120"><img src="https://track.lampshop.example/open.gif?mail=5521" alt="" width="1" height="1"></p><p>Park Su-jin</p>',
    ko: '<p>안녕하세요.</p><p>오늘 아침에 택배가 모서리가 찢어진 채로 왔습니다.</p><p><img src="cid:box-photo" alt="찢어진 상자" width="200" height="120"></p><p>안에 있던 조명이 깨졌습니다. 쇼핑몰 사진입니다.</p><p><img src="https://cdn.lampshop.example/lamp-204.jpg" alt="조명 204" width="160" height="120"><img src="https://track.lampshop.example/open.gif?mail=5521" alt="" width="1" height="1"></p><p>박수진 드림</p>',
  },
  pickUpSubject: {en: 'Pick-up on Saturday', ko: '토요일 방문 접수'},
  pickUpFirst: {
    en: 'Good morning,\n\ndo you pick up parcels on Saturdays as well?\n\nChoi Ha-eun',
    ko: '안녕하세요.\n\n토요일에도 방문 접수가 가능한가요?\n\n최하은 드림',
  },
  pickUpAnswer: {
    en: 'Good morning,\n\nyes, until one o’clock. How many parcels are there, and where should we come to?\n\nHanbit Logistics',
    ko: '안녕하세요.\n\n네, 오후 1시까지 가능합니다. 몇 개이며 어디로 방문하면 될까요?\n\n한빛로지스틱스 드림',
  },
  pickUpLast: {
    en: 'Four parcels, 12 Mapo-daero. Eleven o’clock would be best.',
    ko: '네 개이고 마포대로 12입니다. 11시가 가장 좋습니다.',
  },
  awaySubject: {en: 'Out of office: Claim 20-4471', ko: '부재중 자동 회신: 사고 접수 20-4471'},
  away: {
    en: 'Thank you for your message. I am out of the office until 30 November. For urgent matters please write to accounts@saebyeok.example.',
    ko: '메일 감사합니다. 11월 30일까지 부재중입니다. 급한 용무는 accounts@saebyeok.example 주소로 연락해 주세요.',
  },
  claim: {
    en: 'Hello,\n\nyour claim 20-4471 is open. We will call you before Friday.\n\nHanbit Logistics',
    ko: '안녕하세요.\n\n사고 접수 20-4471로 접수했습니다. 금요일 전에 연락드리겠습니다.\n\n한빛로지스틱스 드림',
  },
  bounceSubject: {en: 'Undelivered mail returned to sender', ko: '메일을 전달하지 못했습니다'},
  bounce: {
    en: 'This is the mail server of saebyeok.example.\n\nYour message could not be delivered to: old.address@saebyeok.example\n\n550 5.1.1 The mailbox does not exist.',
    ko: 'saebyeok.example 메일 서버입니다.\n\n다음 주소로 메일을 전달하지 못했습니다: old.address@saebyeok.example\n\n550 5.1.1 The mailbox does not exist.',
  },
  jung: {en: 'Jung Da-in', ko: '정다인'},
  park: {en: 'Park Su-jin', ko: '박수진'},
  choi: {en: 'Choi Ha-eun', ko: '최하은'},
  kang: {en: 'Kang Tae-o', ko: '강태오'},
  daemon: {en: 'Mail Delivery System', ko: '메일 전달 시스템'},
} as const satisfies Record<string, Words>;
