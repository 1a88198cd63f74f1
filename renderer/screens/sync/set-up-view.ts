// What is written in the form that switches sync on, and what of it is missing or wrong.
import type { Level } from '../../../core/sync/level';
import type { SyncRules } from '../../../core/sync/views';
import { readWebAddress } from '../../../core/sync/web-address';
import { account as accountSchema, ownHomePage, type Where } from '../../../core/sync/where';
import type { Account } from '../../../core/xapi/statement';

export type Who = 'new' | 'code' | 'given';
export type How = 'basic' | 'oauth';

export interface Form {
  address: string;
  how: How;
  tokenUrl: string;
  scope: string;
  user: string;
  password: string;
  who: Who;
  code: string;
  homePage: string;
  name: string;
  level: Level;
  past: boolean;
}

/** With what the organisation proposes. */
export function emptyForm({ target, most, isFixed }: SyncRules, kind: 'lrs' | 'folder'): Form {
  const isMeant = target?.kind === kind;
  return {
    ...{ how: 'basic', tokenUrl: '', scope: '', user: '', password: '' },
    ...{ who: 'new', code: '', name: '', past: true },
    address: isMeant && kind === 'lrs' ? target.place : '',
    homePage: target?.homePage ?? '',
    level: isFixed && most !== 'off' ? most : isMeant ? target.level : 'completion',
  };
}

export type Mistake =
  | 'address'
  | 'tokenUrl'
  | 'user'
  | 'userColon'
  | 'password'
  | 'code'
  | 'homePage'
  | 'name'
  | 'folder';

/** In the order of the form. */
export function mistakesIn(form: Form, kind: 'lrs' | 'folder', folder: string | null): Mistake[] {
  const found: Mistake[] = [];
  const note = (isWrong: boolean, mistake: Mistake): void => {
    if (isWrong) found.push(mistake);
  };
  if (kind === 'lrs') {
    note(!readWebAddress(form.address), 'address');
    note(form.how === 'oauth' && !readWebAddress(form.tokenUrl), 'tokenUrl');
    note(form.user.trim() === '', 'user');
    note(form.user.includes(':'), 'userColon');
    note(form.password === '', 'password');
  } else note(folder === null, 'folder');
  note(form.who === 'code' && form.code.trim() === '', 'code');
  if (form.who === 'given') {
    const { homePage, name } = form;
    note(!accountSchema.safeParse({ homePage: homePage.trim(), name: 'x' }).success, 'homePage');
    note(name.trim() === '', 'name');
  }
  return found;
}

export function whereOf(form: Form, kind: 'lrs' | 'folder'): Where {
  if (kind === 'folder') return { kind };
  const scope = form.scope.trim();
  return {
    ...{ kind, address: form.address.trim() },
    signIn:
      form.how === 'basic'
        ? { kind: 'basic' }
        : { kind: 'oauth', tokenUrl: form.tokenUrl.trim(), ...(scope !== '' && { scope }) },
  };
}

/** Null where a code is to be made. */
export function accountOf(form: Form, rules: SyncRules): Account | null {
  if (form.who === 'new') return null;
  if (form.who === 'code') {
    return { homePage: rules.target?.homePage ?? ownHomePage, name: form.code.trim() };
  }
  return { homePage: form.homePage.trim(), name: form.name.trim() };
}

/** The secret goes to the server that asks for it. */
export const secretAddress = (form: Form): string =>
  (form.how === 'oauth' ? form.tokenUrl : form.address).trim();
