import ipaddr from 'ipaddr.js';

/** Public by their number, and yet services of a cloud for the machine itself. */
const OF_CLOUDS = [
  ipaddr.parseCIDR('168.63.129.16/32'), // Azure: the agent of the virtual machine.
];
/** Addresses of the internet lie in here (IANA, IPv6 global unicast); all else is special. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
const SPECIAL_IPV6 = [
  ipaddr.parseCIDR('2001:db8::/32'), // RFC 3849, documentation.
  ipaddr.parseCIDR('3fff::/20'), // RFC 9637, documentation.
  ipaddr.parseCIDR('2001::/23'), // RFC 2928, protocols of the IETF: Teredo, ORCHID, benchmarks.
  ipaddr.parseCIDR('2002::/16'), // RFC 3056, 6to4: an IPv4 address in disguise.
];

/**
 * Whether this is an address on the public internet, and of nobody but the one who answers there.
 * Private, loopback, link-local, metadata, multicast, reserved and every IPv6 address that stands for
 * an IPv4 one are not.
 */
export function isPublicAddress(text: string): boolean {
  // Only the four plain numbers, or IPv6 without a zone; ipaddr.js would also read octal and hexadecimal.
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return false;
  if (text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return !OF_CLOUDS.some((range) => address.match(range));
  return (
    address.match(GLOBAL_IPV6) &&
    !SPECIAL_IPV6.some((range) => address.match(range)) &&
    !isTunnel(address)
  );
}

/** ISATAP (RFC 5214): the last four bytes are an IPv4 address behind a router. */
function isTunnel({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);
}
