import type {Customer} from '@deskwire/domain';

import type {SampleLanguage, Words} from './words.js';

/** A customer of the sample company, with all that it knows of them. */
interface Known {
  readonly name: Words;
  readonly number: string;
  readonly email: string;
}

const known = (en: string, ko: string, number: string, email: string): Known => ({
  name: {en, ko},
  number,
  email,
});

/** The first four are those who come in by themselves. Nobody is real; numbers and domains are nobody's. */
const CROWD: readonly Known[] = [
  known('Kim Min-su', '김민수', '+821048271934', 'minsu.kim@mail.example'),
  known('Lee Seo-yeon', '이서연', '+821055500102', 'seoyeon.lee@mail.example'),
  known('Jung Da-in', '정다인', '+821055500103', 'dain.jung@hanbit.example'),
  known('Choi Ha-eun', '최하은', '+821055500104', 'haeun.choi@mail.example'),
  known('Seo Ha-rin', '서하린', '+821055500105', 'harin.seo@mail.example'),
  known('Kang Tae-yang', '강태양', '+821055500106', 'taeyang@kang-parts.example'),
  known('Oh Se-jin', '오세진', '+82325550107', 'sejin.oh@mail.example'),
  known('Shin Ye-won', '신예원', '+821055500108', 'yewon.shin@shop.example'),
  known('Kwon Do-hyun', '권도현', '+821055500109', 'dohyun.kwon@mail.example'),
  known('Hwang Bo-ra', '황보라', '+82425550110', 'bora@hwang-books.example'),
  known('Ahn Jae-min', '안재민', '+821055500111', 'jaemin.ahn@mail.example'),
  known('Song Yu-na', '송유나', '+821055500112', 'yuna.song@mail.example'),
  known('Ryu Chan-ho', '류찬호', '+82515550113', 'chanho@ryu-tea.example'),
  known('Moon Ga-eun', '문가은', '+821055500114', 'gaeun.moon@mail.example'),
];

/** Everybody whom the sample company has to do with. */
export const sampleCustomers = (language: SampleLanguage): readonly Required<Omit<Customer, 'id'>>[] =>
  CROWD.map(({name, number, email}) => ({name: name[language], number, email}));
