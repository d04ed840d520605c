package ptm.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the open internet from all others: private, local, shared, reserved, and those that hide one. */
final class PublicAddresses {

    private record Block(byte[] start, int bits) {
        static Block of(String block) {
            String[] parts = block.split("/");
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean has(byte[] address) {
            if (address.length != start.length)
                return false;
            for (int bit = 0; bit < bits; bit++)
                if (((address[bit / 8] ^ start[bit / 8]) >> 7 - bit % 8 & 1) != 0)
                    return false;
            return true;
        }
    }

    /** IANA's special-purpose blocks that are not reached over the internet, multicast and what is reserved. */
    private static final List<Block> NOT_PUBLIC = List.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23",
            "2001:db8::/32", "3fff::/20").stream().map(Block::of).toList();
    private static final Block GLOBAL = Block.of("2000::/3");
    /** An address of version 4 stands in their last or, for 6to4, their next four bytes. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");

    private PublicAddresses() {}

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NOT_PUBLIC.stream().anyMatch(block -> block.has(bytes)))
            return false;
        if (address instanceof Inet4Address)
            return true;
        if (NAT64.has(bytes))
            return has(inside(bytes, 12));
        if (SIX_TO_FOUR.has(bytes))
            return has(inside(bytes, 2));
        return GLOBAL.has(bytes);
    }

    private static InetAddress inside(byte[] address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
