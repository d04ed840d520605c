package ptm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import ptm.account.PrivateFile;

/** A PostgreSQL server of our own: its data, programs, password and log under one folder, reachable from loopback. */
final class LocalPostgres implements AutoCloseable {
    static final String USER = "ptm";
    private static final int PATIENCE_SECONDS = 60;
    private static final int PORT_TRIES = 3;
    private static final String DURABLE = """
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 100
            """;
    private static final String FAST = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            autovacuum = off
            max_connections = 300
            """;
    /** Failed statements and their values stay out of the log: they hold people's words. */
    private static final String COMMON = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            jit = off
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgres-%a.log'
            log_rotation_age = 1d
            log_truncate_on_rotation = on
            log_min_error_statement = panic
            log_error_verbosity = terse
            """;

    private final Path folder;
    private final Path data;
    private final Path programs;
    private final boolean durable;
    private final FileLock lock;
    private int port;

    private LocalPostgres(Path folder, Path programs, boolean durable, FileLock lock) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
        this.durable = durable;
        this.lock = lock;
    }

    /** Starts the server on what its folder holds, so that a committed transaction survives a crash of the machine. */
    static LocalPostgres durable(Path folder) {
        return durable(folder, folder);
    }

    /** As above, with the programs unpacked elsewhere. */
    static LocalPostgres durable(Path folder, Path programs) {
        return start(folder.toAbsolutePath(), programs.toAbsolutePath(), true);
    }

    /** Starts a server that is quick and may lose everything; for tests. Its programs are kept for the next run. */
    static LocalPostgres fast(Path folder, Path programs) {
        return start(folder.toAbsolutePath(), programs.toAbsolutePath(), false);
    }

    private static LocalPostgres start(Path folder, Path programs, boolean durable) {
        try {
            PrivateFile.makeFolder(folder);
            var lock = lock(folder);
            var server = new LocalPostgres(folder, PostgresBinaries.unpackedIn(programs), durable, lock);
            server.stopOrphan();
            server.initialise();
            server.start();
            return server;
        } catch (IOException e) {
            throw new WrongSetting("PTM_HOME", "cannot keep the embedded database in " + folder + " (" + e + ")");
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return PrivateFile.secretIn(passwordFile());
    }

    /** Stops the server; connections still open are cut, what they had committed stays. */
    @Override
    public void close() {
        try {
            run("pg_ctl", "stop", "--wait", "--mode=fast", "--timeout=" + PATIENCE_SECONDS, "--pgdata=" + data);
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }

    /** Held while we live, and let go by the operating system however we die. */
    private static FileLock lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // this same process has it: told below
        }
        if (lock == null) {
            channel.close();
            throw new WrongSetting("PTM_HOME", "expected a folder that no other PTM uses, not " + folder
                    + "; to run a second instance set SPRING_DATASOURCE_URL for both");
        }
        return lock;
    }

    /** Ends a server whose PTM was killed: we hold the lock, so nobody else can be using it. */
    private void stopOrphan() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var orphan = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        if (orphan.isPresent() && isPostgres(orphan.get())) {
            try {
                run("pg_ctl", "stop", "--mode=fast", "--timeout=" + PATIENCE_SECONDS, "--pgdata=" + data);
            } catch (IOException _) {
                orphan.get().destroyForcibly(); // its log of writes brings everything back
            }
            await(orphan.get());
        }
        Files.deleteIfExists(file);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(name -> name.contains("postgres")).orElse(true);
    }

    private static void await(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the PostgreSQL left by an earlier run does not end, process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Made beside and moved into place, so that a start cut short leaves no half-made cluster. */
    private void initialise() throws IOException {
        if (!Files.exists(data)) {
            var fresh = folder.resolve("data.new");
            if (Files.exists(fresh)) {
                PostgresBinaries.delete(fresh);
            }
            PrivateFile.secretIn(passwordFile());
            run("initdb", initdbArguments(fresh));
            Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude 'ptm.conf'\n", StandardOpenOption.APPEND);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private String[] initdbArguments(Path target) {
        var arguments = new ArrayList<>(List.of("--pgdata=" + target, "--username=" + USER,
                "--pwfile=" + passwordFile(), "--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions"));
        if (!PostgresBinaries.onWindows()) {
            // letters beyond ASCII must be letters to the text search parser: in plain C they are not
            arguments.add("--locale=" + (PostgresBinaries.onMac() ? "en_US.UTF-8" : "C.UTF-8"));
        }
        if (!durable) {
            arguments.add("--no-sync");
        }
        return arguments.toArray(String[]::new);
    }

    private void start() throws IOException {
        for (int left = PORT_TRIES;; left--) {
            port = freePort();
            Files.writeString(data.resolve("ptm.conf"), "port = " + port + "\n" + COMMON + (durable ? DURABLE : FAST));
            try {
                run("pg_ctl", "start", "--wait", "--timeout=" + PATIENCE_SECONDS, "--pgdata=" + data,
                        "--log=" + folder.resolve("start.log"));
                return;
            } catch (IOException e) {
                if (left <= 1) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Output goes to a file, not a pipe: the server inherits it and would keep a pipe open. */
    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (asRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, its files stay ours
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = folder.resolve(program + ".log").toFile();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + lastLine(output.toPath()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean asRoot() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
    }

    private static String lastLine(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).reduce((_, last) -> last).orElse("");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }
}
