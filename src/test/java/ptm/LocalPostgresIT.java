package ptm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
    private static final Path PROGRAMS = TestDatabase.temporary();

    @TempDir
    Path folder;

    @Test
    void aKilledProcessLosesNothingAndItsServerIsEnded() throws IOException, SQLException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var killed = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Killed.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var output = killed.inputReader()) {
            assertThat(output.readLine()).isEqualTo("committed");
            killed.destroyForcibly().waitFor();
        }
        var orphan = ProcessHandle.of(Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst())).orElseThrow();
        try (var server = LocalPostgres.durable(folder, PROGRAMS)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(query(server, "select n from kept")).isEqualTo("7");
        }
    }

    /** The process that is killed: commits, says so, and waits for its end. */
    static final class Killed {
        public static void main(String[] args) throws SQLException, IOException {
            var server = LocalPostgres.durable(Path.of(args[0]), PROGRAMS);
            execute(server, "create table kept as select 7 as n");
            System.out.println("committed");
            System.in.read();
        }
    }

    @Test
    void isDurableListensOnlyHereWantsAPasswordAndAFolderOfItsOwn() throws SQLException {
        try (var server = LocalPostgres.durable(folder, PROGRAMS)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(query(server, "show " + setting)).isEqualTo("on");
            }
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "show unix_socket_directories")).isEmpty();
            var url = server.jdbcUrl("postgres");
            assertThatThrownBy(() -> DriverManager.getConnection(url, LocalPostgres.USER, "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, LocalPostgres.USER, null))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> LocalPostgres.durable(folder, PROGRAMS)).isInstanceOf(WrongSetting.class)
                    .hasMessageStartingWith("PTM_HOME: ");
        }
    }

    @Test
    void neitherAHalfMadeClusterNorAStalePidIsAnObstacle() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("data.new/base"));
        LocalPostgres.durable(folder, PROGRAMS).close();
        Files.writeString(folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (var server = LocalPostgres.durable(folder, PROGRAMS)) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    private static void execute(LocalPostgres server, String sql) throws SQLException {
        try (var connection = connect(server); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(LocalPostgres server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static java.sql.Connection connect(LocalPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), LocalPostgres.USER, server.password());
    }
}
