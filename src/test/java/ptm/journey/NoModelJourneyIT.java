package ptm.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.TestAccounts;
import ptm.understanding.llm.ModelServer;

/** A person who wants no model, where there is one that would be asked about everything. */
@Journey
class NoModelJourneyIT {
    private static final String JUDGED = "{\"tasks\":[{\"number\":1,\"impact\":3,\"confidence\":0.9}]}";

    final ModelServer model = Journey.Surroundings.MODEL;

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;

    AccountId id;
    Person ann;

    @BeforeEach
    void aNewPerson() {
        id = TestAccounts.member(db);
        ann = new Person(port, tokens.create(id, "test").secret());
        model.says("{}");
        model.annotates(JUDGED);
    }

    @AfterEach
    void leaves() {
        ann.close();
        model.says("{\"tasks\":[],\"intent\":\"SMALLTALK\"}");
    }

    @Test
    void noCallLeavesForWhoWantsNoModelAndCallsGoOutAgainWhenTheySaySo() {
        ann.says("no AI for me");
        ann.hears(text -> text.startsWith("AI is off for you"));
        ann.says("quorblax the northern shed");
        ann.hears(text -> text.toLowerCase().contains("quorblax"));
        ann.says("what about the quorblax then");
        ann.hears(text -> text.length() > 0);
        assertThat(db.sql("select count(*) from enrichment_run where account_id = ?").param(id.value())
                .query(Integer.class).single()).isZero();
        assertThat(model.askedAbout("quorblax")).isEmpty();
        ann.says("turn AI back on");
        ann.hears(text -> text.startsWith("AI is on"));
        ann.says("vintrel the southern shed");
        ann.hears(text -> text.toLowerCase().contains("vintrel"));
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> model.askedAbout("vintrel"), asked -> !asked.isEmpty());
        assertThat(List.copyOf(model.askedAbout("no AI for me"))).isEmpty();
    }
}
