// What of the web platform core relies on; every JavaScript runtime we use has it.
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly origin: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
}

/** Base64 to bytes, one to a character. */
declare function atob(text: string): string;
