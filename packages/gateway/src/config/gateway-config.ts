import type {AddressBookEntry, AgentId, AgentProfile, Label, TenantConfig} from '@deskwire/domain';
import type {CampaignContact} from '@deskwire/engine';

/** What the virtual assistant says before an agent comes (CHAT-1). Scripted: greeting, the visitor's question, handover. */
export interface AssistantScript {
  readonly name: Label;
  readonly greeting: Label;
  readonly handover: Label;
}

/** A server of mail. `security` is what the connection begins with: `tls` at once, `starttls` before anything is said. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `none` only on this machine: a password or a customer's mail never crosses a network in the clear. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user?: string;
  /** The environment variable that holds the password; no configuration holds one. */
  readonly passwordEnv?: string;
}

/** A mailbox of the company on a mail server of its own. Its `address` stands in {@link MailConfig.addresses}. */
export interface MailboxConfig {
  readonly address: string;
  /** Where its mails are fetched from. */
  readonly imap: MailServer & {
    /** The folder that customers' mails come into. */
    readonly folder: string;
    /** Where a copy of what is sent is put; absent: the one that the server marks as such, else none. */
    readonly sentFolder?: string;
  };
  /** Which server sends for this address; absent: the gateway's relay. */
  readonly smtp?: MailServer;
}

/** Where mail comes from, and where it goes. */
export interface MailConfig {
  /** Mailboxes that are fetched; mail for any other address comes to the built-in receiver. */
  readonly mailboxes: readonly MailboxConfig[];
  /** Address, in lower case, to the id of its entry point. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Every other address of these domains is a mailbox on this machine; of all other domains nothing is taken. */
  readonly mailboxDomains: readonly string[];
}

/** Somebody who may sign in. `hash` is what `deskwire-gateway hash-password` prints. */
export interface User {
  readonly user: string;
  readonly agentId: AgentId;
  readonly hash: string;
}

/** A contact centre as admin set it up. */
export interface GatewayConfig {
  readonly tenant: TenantConfig;
  readonly agents: readonly AgentProfile[];
  /** The enterprise address book. */
  readonly numbers: readonly AddressBookEntry[];
  readonly mail: MailConfig;
  /** By entry point. */
  readonly assistants: Readonly<Record<string, AssistantScript>>;
  /** Whom the campaigns call, by campaign, in that order. */
  readonly contacts: Readonly<Record<string, readonly CampaignContact[]>>;
  /** Users with passwords that everybody knows, mailboxes and phones that everybody can use: for trying it out. */
  readonly demo: boolean;
  readonly users: readonly User[];
}

/** The same centre where every request rings so long (`--ring-seconds`). */
export const withRingSeconds = (config: GatewayConfig, ring: number): GatewayConfig => ({
  ...config,
  tenant: {...config.tenant, ringSeconds: {voice: ring, chat: ring, social: ring, email: ring}},
});

/** One language of a label. */
export const labelIn = (label: Label, language: 'ko' | 'en'): string =>
  typeof label === 'string' ? label : label[language];
