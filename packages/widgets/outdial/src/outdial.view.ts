import type {DeskState, Refusal, Station} from '@deskwire/domain';
import type {Ani, Control} from '@deskwire/kit';

/** Where the number to call comes from. */
export const OUTDIAL_TABS = ['book', 'pad'] as const;
/** One of {@link OUTDIAL_TABS}. */
export type OutdialTab = (typeof OUTDIAL_TABS)[number];

/** What `<dw-outdial>` shows, before anything was opened or dialled. */
export type OutdialView =
  /** The agent may not dial at all, or nothing is known yet. */
  | {readonly kind: 'hidden'}
  | {
      readonly kind: 'shown';
      /** Why no call can be made just now (OUT-1). */
      readonly refusal?: Refusal;
      /** The dialpad needs a permission of its own (OUT-3). */
      readonly tabs: readonly OutdialTab[];
      readonly station: Station['kind'];
      readonly anis: readonly Ani[];
      /** What the customer sees where no ANI is chosen. */
      readonly fallback: string | undefined;
    };

/** What of the desk the view is made from. */
export const selectOutdial = ({tenant, profile}: DeskState): readonly unknown[] => [tenant, profile];

/** Whether there is a button, whether it is live, and what the dialog offers. */
export const viewOutdial = (
  {tenant, profile}: Pick<DeskState, 'tenant' | 'profile'>,
  control: Control,
): OutdialView => {
  if (!control.shown || !tenant || !profile) return {kind: 'hidden'};
  const {anis, defaultAni} = tenant.outdial;
  return {
    kind: 'shown',
    ...(control.refusal && {refusal: control.refusal}),
    tabs: profile.permissions.includes('dialpad') ? OUTDIAL_TABS : ['book'],
    station: profile.station.kind,
    anis,
    fallback: defaultAni,
  };
};

/** The tab that is shown: the wanted one while it is there. */
export const tabOf = (tabs: readonly OutdialTab[], wanted: OutdialTab | undefined): OutdialTab =>
  wanted !== undefined && tabs.includes(wanted) ? wanted : 'book';

/** Whether a refusal is about the number itself, and belongs at its field. */
export const isNumberRefusal = ({code}: Refusal): boolean => code.startsWith('DW_NUMBER_');
