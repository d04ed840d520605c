package ptm.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSecretTest {
    @TempDir
    Path home;

    @Test
    void theFileIsMadeOnceAndGivesTheSameKeysAgain() {
        var first = new ServerSecret("", home).derive("jwt");
        assertThat(new ServerSecret(" ", home).derive("jwt")).isEqualTo(first).hasSize(32);
    }

    @Test
    void onlyItsOwnerCanReadTheFile() throws IOException {
        new ServerSecret("", home.resolve("made"));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("made/secret"))))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(home.resolve("made"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aSettingGoesBeforeTheFileAndWritesNone() {
        var set = new ServerSecret("a secret that somebody set", home);
        assertThat(set.derive("jwt")).isEqualTo(new ServerSecret("a secret that somebody set").derive("jwt"));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void purposesAndSecretsGiveDifferentKeys() {
        var secret = new ServerSecret("one");
        assertThat(secret.derive("jwt")).isNotEqualTo(secret.derive("webhook"))
                .isNotEqualTo(new ServerSecret("two").derive("jwt"));
    }
}
