package ptm.understanding;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;
import ptm.filter.Filter;
import ptm.filter.FilterJson;
import tools.jackson.databind.json.JsonMapper;

/** The words that people explained. */
@Repository
class TaughtWords {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    TaughtWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Filter> of(AccountId account) {
        Map<String, Filter> words = new LinkedHashMap<>();
        jdbc.sql("SELECT word, meaning FROM taught_word WHERE account_id = :account ORDER BY word")
                .param("account", account.value())
                .query(row -> {
                    words.put(row.getString("word"), FilterJson.read(JSON.readTree(row.getString("meaning"))));
                });
        return words;
    }

    void put(AccountId account, String word, Filter meaning, Instant at) {
        jdbc.sql("""
                INSERT INTO taught_word (account_id, word, meaning, taught_at)
                VALUES (:account, :word, :meaning::jsonb, :at)
                ON CONFLICT (account_id, word) DO UPDATE SET meaning = excluded.meaning, taught_at = excluded.taught_at
                """)
                .param("account", account.value())
                .param("word", word)
                .param("meaning", FilterJson.write(meaning).toString())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean remove(AccountId account, String word) {
        return jdbc.sql("DELETE FROM taught_word WHERE account_id = :account AND word = :word")
                .param("account", account.value())
                .param("word", word)
                .update() > 0;
    }
}
