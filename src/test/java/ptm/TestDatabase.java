package ptm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real PostgreSQL database of a test's own, empty but for the migrations; about 20 ms each, the first of a run 1 s.
 *
 * <p>Without Spring, which is preferred, one for all tests of a class:
 * <pre>{@code
 * class TasksIT {
 *     @RegisterExtension
 *     static final TestDatabase database = TestDatabase.fresh();
 *
 *     final Tasks tasks = new Tasks(database.jdbc());      // also: dataSource(), transaction()
 * }
 * }</pre>
 *
 * <p>With a Spring context, whose database lives as long as the context does:
 * <pre>{@code
 * @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
 * @ContextConfiguration(initializers = TestDatabase.ForContext.class)
 * class TaskControllerIT {
 * }</pre>
 * Spring shares one context, and so one database, between test classes of the same configuration: there, as among the
 * tests of one class, keep apart by using a new account for each test.
 */
public final class TestDatabase implements AfterAllCallback {
    private static final int CONNECTIONS = 10;
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        var config = new HikariConfig();
        config.setJdbcUrl(server().jdbcUrl(name));
        config.setUsername(LocalPostgres.USER);
        config.setPassword(server().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        this.dataSource = new HikariDataSource(config);
    }

    /** A new database; dropped after the last test of the class whose {@code @RegisterExtension} field holds it. */
    public static TestDatabase fresh() {
        return new TestDatabase(create());
    }

    /** Pooled connections to this database. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** SQL on this database, in the transaction of {@link #transaction()} if one is open. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Transactions on this database. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** The address with which another process or a second instance would reach this database. */
    public String jdbcUrl() {
        return server().jdbcUrl(name);
    }

    public String user() {
        return LocalPostgres.USER;
    }

    public String password() {
        return server().password();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        dataSource.close();
        admin("drop database if exists " + name + " with (force)");
    }

    /** Gives a Spring context a database of its own; see above. */
    public static final class ForContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", Map.of(
                    "spring.datasource.url", server().jdbcUrl(create()),
                    "spring.datasource.username", LocalPostgres.USER,
                    "spring.datasource.password", server().password(),
                    "ptm.home", temporary().resolve("home").toString())));
        }
    }

    private static synchronized String create() {
        var name = "t_" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
        admin("create database " + name + " template " + Server.TEMPLATE + " strategy file_copy");
        return name;
    }

    private static void admin(String sql) {
        server().execute("postgres", sql);
    }

    private static Server server() {
        return Server.RUNNING;
    }

    /** A folder of this user's that outlives the run. */
    static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"), "ptm-test-" + System.getProperty("user.name"));
    }

    /** The one server of this JVM. Its folder is kept for the next run; JVMs that run at once use different ones. */
    private record Server(LocalPostgres postgres) {
        private static final int FOLDERS = 16;
        private static final String TEMPLATE = "migrated_" + digestOfMigrations();
        private static final Server RUNNING = start();

        private static Server start() {
            var server = new Server(IntStream.range(0, FOLDERS).mapToObj(Server::tryStart)
                    .filter(started -> started != null).findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no PostgreSQL starts under " + temporary() + "; deleting that folder may help")));
            Runtime.getRuntime().addShutdownHook(new Thread(server.postgres::close));
            server.dropLeftovers();
            server.migrateTemplate();
            return server;
        }

        private static @Nullable LocalPostgres tryStart(int number) {
            try {
                return LocalPostgres.fast(temporary().resolve("postgres-" + number), temporary());
            } catch (WrongSetting inUse) {
                return null;
            }
        }

        private void dropLeftovers() {
            var leftovers = JdbcClient.create(source("postgres"))
                    .sql("select datname from pg_database where datname like 't\\_%' or datname like 'migrated\\_%'")
                    .query(String.class).list();
            leftovers.stream().filter(name -> !name.equals(TEMPLATE))
                    .forEach(name -> execute("postgres", "drop database " + name + " with (force)"));
        }

        private void migrateTemplate() {
            var present = JdbcClient.create(source("postgres"))
                    .sql("select count(*) from pg_database where datname = ?").param(TEMPLATE)
                    .query(Integer.class).single();
            if (present == 0) {
                execute("postgres", "drop database if exists migrating with (force)");
                execute("postgres", "create database migrating");
                Flyway.configure().dataSource(jdbcUrl("migrating"), LocalPostgres.USER, password())
                        .locations("classpath:db/migration").load().migrate();
                execute("postgres", "alter database migrating rename to " + TEMPLATE);
            }
        }

        String jdbcUrl(String database) {
            return postgres.jdbcUrl(database);
        }

        String password() {
            return postgres.password();
        }

        private DataSource source(String database) {
            var source = new org.postgresql.ds.PGSimpleDataSource();
            source.setUrl(jdbcUrl(database));
            source.setUser(LocalPostgres.USER);
            source.setPassword(password());
            return source;
        }

        void execute(String database, String sql) {
            JdbcClient.create(source(database)).sql(sql).update();
        }

        private static String digestOfMigrations() {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
                Arrays.sort(files, Comparator.comparing(Resource::getFilename));
                for (var file : files) {
                    digest.update(file.getContentAsByteArray());
                }
                return HexFormat.of().formatHex(digest.digest(), 0, 8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
