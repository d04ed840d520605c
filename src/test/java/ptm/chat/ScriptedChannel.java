package ptm.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import ptm.account.Identity;
import ptm.understanding.Origin;

/** A channel in memory: payloads are the words themselves, one that begins with {@code !} is a press. */
class ScriptedChannel implements Channel {
    static final String NAME = "script";

    final BlockingQueue<Outgoing> handed = new LinkedBlockingQueue<>();
    final BlockingQueue<String> toasts = new LinkedBlockingQueue<>();
    final Queue<Delivery> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger messages = new AtomicInteger(100);

    static Address thread(String name) {
        return new Address(NAME, name);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Reading> read(List<Received> received) {
        return received.stream().filter(r -> !r.payload().equals("nothing")).map(r -> new Reading(incoming(r), List.of(
                r))).toList();
    }

    private static Incoming incoming(Received r) {
        var sender = new Sender(new Identity(NAME, r.address().thread()), "Ann", null, null);
        return r.payload().startsWith("!")
                ? new Incoming.Press(r.address(), sender, r.at(), "1", r.payload())
                : new Incoming.Words(r.address(), sender, r.at(), r.key(), r.payload(), Origin.OWN, null, null);
    }

    /** Ends as scripted, else well; hands over only what is delivered. */
    @Override
    public Delivery deliver(Outgoing outgoing) {
        var scripted = answers.poll();
        if (scripted != null)
            return scripted;
        handed.add(outgoing);
        var standing = outgoing.editing();
        return new Delivery.Delivered(standing == null ? "" + messages.incrementAndGet() : standing);
    }

    @Override
    public void answer(Received press, String toast) {
        toasts.add(toast);
    }

    /** The texts of the next messages handed over, in order. */
    List<String> texts(int count) {
        var texts = new ArrayDeque<String>();
        while (texts.size() < count) {
            texts.add(text(next()));
        }
        return List.copyOf(texts);
    }

    Outgoing next() {
        return within(handed);
    }

    static <T> T within(BlockingQueue<T> queue) {
        try {
            var next = queue.poll(Duration.ofSeconds(20).toSeconds(), TimeUnit.SECONDS);
            if (next == null)
                throw new AssertionError("nothing came");
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String text(Outgoing outgoing) {
        return outgoing.message().lines().stream()
                .map(line -> line.stream().map(Span::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
