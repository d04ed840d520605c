package ptm;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The database of a PTM to which none was given: a PostgreSQL under PTM_HOME, as durable as any. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.WhenNoneIsGiven.class)
class EmbeddedDatabase {
    static final String NAME = "ptm";

    @Bean
    LocalPostgres localPostgres(@Value("${ptm.home:data}") Path home) {
        return LocalPostgres.durable(home.resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(LocalPostgres server) throws SQLException {
        create(server);
        return new Connection(server.jdbcUrl(NAME), server.password());
    }

    private static void create(LocalPostgres server) throws SQLException {
        var url = server.jdbcUrl("postgres");
        try (var connection = DriverManager.getConnection(url, LocalPostgres.USER, server.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        }
    }

    static final class WhenNoneIsGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }

    private record Connection(String url, String password) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return LocalPostgres.USER;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String toString() {
            return url;
        }
    }
}
