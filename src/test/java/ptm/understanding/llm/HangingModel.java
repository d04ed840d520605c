package ptm.understanding.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A model's endpoint on loopback that takes every question and never answers to the end; it notices who hangs up. Where
 * another stands behind it, that one answers for as long as nothing is held.
 */
public final class HangingModel implements AutoCloseable {
    private static final int DEADLINE_SECONDS = 20;

    /** What is done with a question. */
    public enum Way {
        /** It is handed on to the endpoint behind. */
        ANSWERED,
        /** Not a byte comes back. */
        SILENT,
        /** An answer begins, and does not go on. */
        BEGUN
    }

    private final ServerSocket server;
    private final @Nullable URI behind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Semaphore calls = new Semaphore(0);
    private final Semaphore hangUps = new Semaphore(0);
    private volatile Way way;

    public HangingModel() {
        this(null, Way.SILENT);
    }

    /** @param behind who answers until something is held */
    public HangingModel(String behind) {
        this(URI.create(behind), Way.ANSWERED);
    }

    private HangingModel(@Nullable URI behind, Way way) {
        this.behind = behind;
        this.way = way;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
    }

    /** What becomes of the questions from now on. */
    public void deals(Way with) {
        way = with;
        calls.drainPermits();
        hangUps.drainPermits();
    }

    private void accept() {
        try {
            while (true) {
                var caller = server.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> listen(caller));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void listen(Socket caller) {
        try (caller; var answerer = behind == null ? null : new Socket("127.0.0.1", behind.getPort())) {
            if (answerer != null)
                Thread.ofVirtual().start(() -> hand(answerer, caller));
            var bytes = new byte[65_536];
            for (int read; (read = caller.getInputStream().read(bytes)) >= 0;)
                if (way == Way.ANSWERED && answerer != null)
                    answerer.getOutputStream().write(bytes, 0, read);
                else {
                    hold(caller);
                    return;
                }
        } catch (IOException gone) {
            // who called does not wait any more
        }
    }

    private static void hand(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // one of them hung up
        }
    }

    private void hold(Socket caller) {
        try {
            if (way == Way.BEGUN)
                begin(caller.getOutputStream());
            calls.release();
            InputStream rest = caller.getInputStream();
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // hung up as well
        }
        hangUps.release();
    }

    private static void begin(OutputStream out) throws IOException {
        out.write("""
                HTTP/1.1 200 OK\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                \r
                c\r
                {"choices":[\r
                """.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Waits for so many questions more than were waited for before. */
    public void awaitCalls(int count) throws InterruptedException {
        await(calls, count);
    }

    /** Waits for so many callers more to hang up. */
    public void awaitHangUps(int count) throws InterruptedException {
        await(hangUps, count);
    }

    private static void await(Semaphore what, int count) throws InterruptedException {
        if (!what.tryAcquire(count, DEADLINE_SECONDS, TimeUnit.SECONDS))
            throw new AssertionError("only " + what.availablePermits() + " of " + count + " came");
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open)
                socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
