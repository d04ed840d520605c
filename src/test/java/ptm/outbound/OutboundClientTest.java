package ptm.outbound;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final OutboundClient client = new OutboundClient(false);

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "198.18.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "::7f00:1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::1",
        "2001:db8::1", "100::1" })
    void addressesOfPrivateNetworksAreNotPublic(String address) {
        assertThat(PublicAddresses.has(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.1.1.1", "8.8.8.8", "100.63.0.1", "100.128.0.1", "172.15.0.1", "172.32.0.1",
        "192.169.0.1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::" })
    void addressesOfTheInternetArePublic(String address) {
        assertThat(PublicAddresses.has(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "ftp://models.example/v1, MALFORMED", "https:///v1, MALFORMED", "v1, MALFORMED",
        "https://ann:word@models.example/v1, MALFORMED", "https://models.example/v1?a=b, MALFORMED",
        "https://models.example/v1#a, MALFORMED", "http://models.example/v1, NOT_HTTPS",
        "https://localhost/v1, NOT_PUBLIC", "https://a.localhost:8443/v1, NOT_PUBLIC",
        "https://10.1.2.3/v1, NOT_PUBLIC",
        "https://[::1]/v1, NOT_PUBLIC", "https://[::ffff:8.8.8.8]/v1, NOT_PUBLIC", "https://[fd00::1]/v1, NOT_PUBLIC" })
    void wrongAddressesAreRefusedBeforeAnythingIsCalled(String address, RefusedAddress.Reason reason) {
        assertThatThrownBy(() -> client.check(URI.create(address))).isInstanceOfSatisfying(RefusedAddress.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aNameIsJudgedByTheAddressThatIsConnectedTo() throws UnknownHostException {
        var rebound = new InetSocketAddress(InetAddress.getByAddress("models.example", new byte[] { 127, 0, 0, 1 }), 9);
        var sockets = new GuardedSockets();
        assertThatThrownBy(() -> sockets.createSocket().connect(rebound, 100)).isInstanceOf(RefusedAddress.class);
        assertThatThrownBy(() -> sockets.createSocket("localhost", 9)).isInstanceOf(RefusedAddress.class);
        assertThatThrownBy(() -> sockets.createSocket().connect(InetSocketAddress.createUnresolved("x.example", 9)))
                .isInstanceOf(RefusedAddress.class);
    }

    @Test
    void aNameThatLeadsIntoAPrivateNetworkIsNotCalled() {
        for (String address : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "fd00::1"))
            assertThatThrownBy(() -> new OutboundClient(false, _ -> List.of(InetAddress.ofLiteral(address)))
                    .post(URI.create("https://models.example/v1"), Map.of(), "{}", PATIENCE))
                    .isInstanceOfSatisfying(RefusedAddress.class, refused -> assertThat(refused.reason())
                            .isEqualTo(RefusedAddress.Reason.NOT_PUBLIC));
    }

    @Test
    void aNumberWrittenInAnotherWayIsNotCalled() {
        for (String host : List.of("127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1"))
            assertThatThrownBy(() -> client.post(URI.create("https://" + host + "/v1"), Map.of(), "{}", PATIENCE))
                    .isInstanceOf(IOException.class);
    }

    @Test
    void whereTheOperatorAllowsItAPrivateAddressIsCalledAndItsRedirectIsNotFollowed() throws IOException {
        try (var server = new Server()) {
            server.answers(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
            var answer = new OutboundClient(true).post(URI.create(server.url() + "/v1"),
                    Map.of("X-Test", List.of("one")), "{}", PATIENCE);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.wire.getAllServeEvents()).singleElement()
                    .satisfies(event -> assertThat(event.getRequest().getHeader("X-Test")).isEqualTo("one"));
        }
    }

    @Test
    void anEndlessAnswerIsReadOnlySoFar() {
        try (var server = new Server()) {
            server.answers(aResponse().withBody("x".repeat(5 * 1024 * 1024)));
            assertThatThrownBy(() -> new OutboundClient(true).post(URI.create(server.url()), Map.of(), "{}", PATIENCE))
                    .isInstanceOf(IOException.class).hasMessageContaining("too long");
        }
    }

    @Test
    void aConnectionThatTheServerClosedIsNotUsedAgain() throws IOException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAndClose(server));
            var open = new OutboundClient(true);
            var url = URI.create("http://127.0.0.1:" + server.getLocalPort());
            for (int call = 0; call < 5; call++)
                assertThat(open.post(url, Map.of(), "{}", PATIENCE).body()).isEqualTo("ok");
        }
    }

    /** Closes each connection after one answer, without a word about it. */
    private static void answerAndClose(ServerSocket server) {
        try {
            while (true)
                try (Socket caller = server.accept()) {
                    while (caller.getInputStream().read() != '}')
                        continue;
                    caller.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                            .getBytes(StandardCharsets.US_ASCII));
                }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void aSlowAnswerIsNotWaitedFor() {
        try (var server = new Server()) {
            server.answers(aResponse().withBody("{}").withFixedDelay(20_000));
            assertThatThrownBy(() -> new OutboundClient(true).post(URI.create(server.url()), Map.of(), "{}",
                    Duration.ofMillis(200))).isInstanceOf(InterruptedIOException.class);
        }
    }

    private static final class Server implements AutoCloseable {
        final WireMockServer wire = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

        Server() {
            wire.start();
        }

        String url() {
            return "http://127.0.0.1:" + wire.port();
        }

        void answers(com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
            wire.stubFor(any(anyUrl()).willReturn(answer));
        }

        @Override
        public void close() {
            wire.stop();
        }
    }
}
