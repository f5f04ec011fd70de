import type {HistoryEntry} from '@deskwire/domain';
import type {Locale} from '@deskwire/kit';

/** Why nobody talked. Exhaustive by type: a new outcome does not compile until it has words in both languages. */
export const outcomeWords: Readonly<
  Record<Locale, Readonly<Record<NonNullable<HistoryEntry['outcome']>, string>>>
> = {
  en: {
    ended: 'Ended',
    missed: 'Missed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    transferred: 'Transferred',
    left: 'Left',
    'customer-left': 'Customer left',
    'connection-lost': 'Connection lost',
    failed: 'Not connected',
    abandoned: 'Customer gave up',
    rejected: 'Customer rejected the call',
    unanswered: 'Customer did not answer',
    merged: 'Merged with another contact',
    cancelled: 'Cancelled',
    skipped: 'Skipped',
  },
  ko: {
    ended: '종료됨',
    missed: '부재중',
    declined: '거절함',
    withdrawn: '요청 철회됨',
    transferred: '전환됨',
    left: '나감',
    'customer-left': '고객이 나감',
    'connection-lost': '연결 끊김',
    failed: '연결되지 않음',
    abandoned: '고객이 대기를 포기함',
    rejected: '고객이 전화를 거절함',
    unanswered: '고객이 응답하지 않음',
    merged: '다른 연락과 병합됨',
    cancelled: '취소됨',
    skipped: '건너뜀',
  },
};
