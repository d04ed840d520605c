package ptm.understanding.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A model's endpoint on loopback that takes every question and never answers; it notices who hangs up. */
public final class HangingModel implements AutoCloseable {
    private static final int DEADLINE_SECONDS = 20;

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Semaphore calls = new Semaphore(0);
    private final Semaphore hangUps = new Semaphore(0);

    public HangingModel() {
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
        try (caller) {
            if (caller.getInputStream().read() >= 0)
                calls.release();
            caller.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            hangUps.release();
        } catch (IOException reset) {
            hangUps.release();
        }
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
