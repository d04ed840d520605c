package ptm.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

import javax.net.SocketFactory;

/**
 * Sockets that connect to public addresses alone. The address is looked at when it is connected to, so no name can lead
 * elsewhere between the look and the call.
 */
final class GuardedSockets extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                if (!(address instanceof InetSocketAddress internet) || internet.isUnresolved()
                        || !PublicAddresses.has(internet.getAddress()))
                    throw new RefusedAddress(RefusedAddress.Reason.NOT_PUBLIC);
                super.connect(address, timeout);
            }

            @Override
            public void connect(SocketAddress address) throws IOException {
                connect(address, 0);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket(address, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }
}
