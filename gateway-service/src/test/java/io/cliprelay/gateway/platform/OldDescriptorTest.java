package io.cliprelay.gateway.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.DescriptorV1;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.TagRule;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What workers of the first version told is known as if it were told now. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class OldDescriptorTest {

    private static final String PLATFORM = "bygone";

    private static final DescriptorV1 OLD = new DescriptorV1(
            PLATFORM,
            "Bygone",
            new MediaRules(Set.of("video/mp4"), 5000),
            new TextRule(true, 100, LengthUnit.CHARACTERS, "<>"),
            new TextRule(false, 5000, LengthUnit.BYTES, "<>"),
            new TagRule(500, LengthUnit.CHARACTERS, 1, 2, "<>"),
            List.of(Privacy.PUBLIC),
            Map.of("categoryId", "a number"),
            3);

    @Inject
    AgroalDataSource database;

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from platform where id = '" + PLATFORM + "'");
        }
    }

    @Test
    void fromTheTopic() {
        try (TopicWriter workers = TopicWriter.open()) {
            workers.send(
                    Topics.PLATFORM_CATALOG,
                    PLATFORM,
                    EventEnvelope.of(
                            "/cliprelay/test-worker",
                            PLATFORM,
                            "*",
                            Instant.now(),
                            new PlatformEvent.DescribedV1(OLD)));
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(known()).containsExactly(OLD.upgraded()));
    }

    @Test
    void fromTheDatabase() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, EventJson.encode(OLD));
            try (Statement statement = connection.createStatement()) {
                statement.execute(migration());
                statement.execute(migration());
            }
            connection.commit();
        }

        assertThat(known()).containsExactly(OLD.upgraded());
    }

    private static void insert(Connection connection, String descriptor) throws SQLException {
        String sql = "insert into platform (id, descriptor, described_at) values (?, ?, now())";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, PLATFORM);
            statement.setString(2, descriptor);
            statement.executeUpdate();
        }
    }

    private static String migration() throws IOException {
        String name = "/db/migration/V5__platform_fields.sql";
        try (InputStream script = OldDescriptorTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<PlatformDescriptor> known() {
        String items = given().get("/v1/platforms").asString();
        return EventJson.decode(items, PlatformResource.PlatformList.class).items().stream()
                .filter(descriptor -> descriptor.platform().equals(PLATFORM))
                .toList();
    }
}
