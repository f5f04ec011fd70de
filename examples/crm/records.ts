// The CRM's own part: accounts, which of them is open, and what happened with each. It knows nothing of Deskwire.

export interface Account {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly activity: string[];
}

const accounts: Account[] = [
  {name: 'Daehan Trading', phone: '+82260221180', email: 'orders@daehan.example', activity: []},
  {name: 'Kim Min-su', phone: '+821048271934', email: 'minsu.kim@mail.example', activity: []},
  {name: 'Choi Ha-eun', phone: '+821071250312', email: 'haeun.choi@mail.example', activity: []},
];
let open = accounts[0];

const byId = (id: string): HTMLElement => document.getElementById(id) ?? document.createElement('p');

const show = (): void => {
  byId('name').textContent = open?.name ?? '';
  byId('email').textContent = open?.email ?? '';
  byId('phone').textContent = open?.phone ?? '';
  byId('phone').setAttribute('href', `tel:${open?.phone ?? ''}`);
  byId('activity').replaceChildren(...(open?.activity ?? []).map((line) => element('li', line)));
  byId('accounts').replaceChildren(
    ...accounts.map((account) => {
      const button = element('button', account.name);
      button.toggleAttribute('aria-current', account === open);
      button.addEventListener('click', () => openAccount(account));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
};

const element = (tag: 'li' | 'button', text: string): HTMLElement =>
  Object.assign(document.createElement(tag), {textContent: text});

export const openedAccount = (): Account | undefined => open;

export const openAccount = (account: Account): void => {
  open = account;
  show();
};

/** The account of a number or an address; whoever is new gets one. */
export const accountOf = ({
  name,
  number,
  email,
}: {
  readonly name?: string | undefined;
  readonly number?: string | undefined;
  readonly email?: string | undefined;
}): Account => {
  const known = accounts.find(
    ({phone, email: address}) =>
      (number !== undefined && phone === number) || (email !== undefined && address === email),
  );
  if (known) return known;
  const account = {name: name ?? number ?? email ?? 'Unknown', phone: number, email, activity: []};
  accounts.push(account);
  return account;
};

/** Writes what happened into an account. */
export const log = (account: Account, line: string): void => {
  account.activity.unshift(line);
  show();
};

show();
