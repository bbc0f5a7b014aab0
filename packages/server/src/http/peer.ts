import { BlockList, isIP } from 'node:net';

/** The network address that a request counts for. Undefined where the platform does not tell. */
export type PeerOf = (request: Request, socketAddress: string | undefined) => string | undefined;

/** Without a port, brackets, a zone, or the IPv6 spelling of an IPv4 address; undefined when it is no address. */
function bare(text: string): string | undefined {
  const unported = /^\[(.*)\](:\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  const address = unported.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) ? address : undefined;
}

/** The first four groups of an IPv6 address: the network of one customer, who has all the rest to choose from. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = (part = '') => part.split(':').filter(Boolean);
  const left = groups(head);
  const gap = tail === undefined ? 0 : 8 - left.length - groups(tail).length;
  const all = [...left, ...Array<string>(Math.max(gap, 0)).fill('0'), ...groups(tail)];
  const prefix = all.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${prefix.join(':')}::/64`;
}

function add(list: BlockList, text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (!version || more.length > 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, family);
  else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32)) {
    list.addSubnet(address, Number(bits), family);
  } else return false;
  return true;
}

/** Whether a text is an address, or a network such as `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  return add(new BlockList(), text);
}

/**
 * The address of the socket; when that is a trusted proxy, the last one in its `X-Forwarded-For`, which is the one that
 * the proxy itself has seen. Everything before it is what the client claims.
 */
export function peerOf(trustedProxies: readonly string[] = []): PeerOf {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) add(trusted, proxy);
  // Most have no proxy, and asking a list costs as much as the rest of finding the address.
  const isTrusted = (address: string) =>
    trustedProxies.length > 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (request, socketAddress) => {
    const socket = bare(socketAddress ?? '');
    if (socket === undefined) return undefined;
    const hops = isTrusted(socket) ? (request.headers.get('X-Forwarded-For') ?? '') : '';
    const address = bare(hops.split(',').at(-1)?.trim() ?? '') ?? socket;
    return isIP(address) === 6 ? network(address) : address;
  };
}
