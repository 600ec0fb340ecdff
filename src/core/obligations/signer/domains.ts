/** Domains of addresses: by the public suffix list, so that `co.uk` or a cloud's shared domain is nobody's own. */
import { parse } from 'tldts';

export interface HostFacts {
  /** In lower case, names beyond ASCII as Punycode, without a port. */
  readonly host: string;
  /** The domain that somebody registered; undefined for an IP address, a bare name, or a public suffix itself. */
  readonly domain: string | undefined;
}

export interface ListedHost extends HostFacts {
  /** As it was pasted. */
  readonly text: string;
}

export interface AllowList {
  readonly hosts: readonly ListedHost[];
  /** What is no address. */
  readonly unreadable: readonly string[];
}

/** The hosts of a pasted list of addresses or hosts, one a line or parted by commas, semicolons or spaces; each host once. */
export function readAllowList(pasted: string): AllowList {
  const hosts = new Map<string, ListedHost>();
  const unreadable: string[] = [];
  for (const text of pasted.split(/[\s,;"'<>[\]]+/).filter((part) => /[\p{L}\d]/u.test(part))) {
    const host = hostOf(text);
    if (host === undefined) unreadable.push(text);
    else if (!hosts.has(host)) hosts.set(host, { text, ...factsOf(host) });
  }
  return { hosts: [...hosts.values()], unreadable };
}

/** The host of an e-mail address; undefined for what is none. */
export function hostOfEmail(email: string): HostFacts | undefined {
  const trimmed = email.trim();
  const at = trimmed.lastIndexOf('@');
  const rest = trimmed.slice(at + 1);
  if (at < 1 || /[\s/:@]/.test(rest) || /\s/.test(trimmed)) return undefined;
  const host = hostOf(rest);
  return host?.includes('.') === true ? factsOf(host) : undefined;
}

function factsOf(host: string): HostFacts {
  const { domain } = parse(host, { allowPrivateDomains: true, extractHostname: false });
  return { host, domain: domain ?? undefined };
}

/** A wildcard stands for the domain below it. */
function hostOf(text: string): string | undefined {
  const [, scheme = 'https://', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/)?(?:\*\.)?(.*)$/i.exec(text) ?? [];
  if (!/^https?:/i.test(scheme)) return undefined;
  try {
    const host = new URL(`https://${rest}`).hostname.replace(/\.$/, '');
    return host === '' || host.includes('%') ? undefined : host;
  } catch {
    return undefined;
  }
}
