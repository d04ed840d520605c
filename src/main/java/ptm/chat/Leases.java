package ptm.chat;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows by which one instance, and no other, works on a thread. Time is the database's, the same for all. */
class Leases {
    private final JdbcClient jdbc;
    private final UUID me = UUID.randomUUID();
    private final Duration length;

    Leases(JdbcClient jdbc, Duration length) {
        this.jdbc = jdbc;
        this.length = length;
    }

    /** Takes a thread that no one holds, or whose holder let the lease run out. */
    boolean claim(Address address) {
        return jdbc.sql("""
                insert into chat_lane as lane (channel, thread, holder, leased_until)
                values (:channel, :thread, :me, clock_timestamp() + :length * interval '1 millisecond')
                on conflict (channel, thread) do update
                set holder = excluded.holder, leased_until = excluded.leased_until
                where lane.holder = excluded.holder or lane.leased_until < clock_timestamp()""")
                .param("channel", address.channel()).param("thread", address.thread())
                .param("me", me).param("length", length.toMillis()).update() == 1;
    }

    /** Prolongs the leases of the threads being worked on. */
    void renew(Collection<Address> addresses) {
        jdbc.sql("""
                update chat_lane set leased_until = clock_timestamp() + :length * interval '1 millisecond'
                where holder = :me and (channel, thread) in
                    (select * from unnest(:channels::text[], :threads::text[]))""")
                .param("me", me).param("length", length.toMillis())
                .param("channels", addresses.stream().map(Address::channel).toArray(String[]::new))
                .param("threads", addresses.stream().map(Address::thread).toArray(String[]::new)).update();
    }

    /** Keeps anyone from taking the thread over until the open transaction ends. @throws LeaseLost if someone has */
    void hold(Address address) {
        var held = jdbc.sql("""
                update chat_lane set leased_until = clock_timestamp() + :length * interval '1 millisecond'
                where channel = :channel and thread = :thread and holder = :me""")
                .param("channel", address.channel()).param("thread", address.thread())
                .param("me", me).param("length", length.toMillis()).update();
        if (held == 0)
            throw new LeaseLost("another instance works on a thread of " + address.channel());
    }

    void release(Address address) {
        jdbc.sql("delete from chat_lane where channel = :channel and thread = :thread and holder = :me")
                .param("channel", address.channel()).param("thread", address.thread()).param("me", me).update();
    }
}
