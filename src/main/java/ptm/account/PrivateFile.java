package ptm.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/** A file under PTM_HOME that only its owner can read, holding one generated secret. */
public final class PrivateFile {
    private static final int BYTES = 32;

    private PrivateFile() {}

    /** The secret in this file, 64 hexadecimal digits, made on first use; the folder is made too. */
    public static String secretIn(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + file, e);
        }
    }

    /** Makes this folder, and those above it, readable by its owner alone. Does nothing to one that exists. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Written beside and moved into place, so that a crash leaves the whole secret or none. */
    private static void write(Path file, String secret) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        makeFolder(folder);
        var fresh = folder.resolve(file.getFileName() + "." + random().substring(0, 8));
        try (var channel = FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes("rw-------"))) {
            channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException _) {
            // another process was first: its secret counts
        } catch (FileSystemException | UnsupportedOperationException _) {
            Files.move(fresh, file); // a file system without hard links
            return;
        }
        Files.delete(fresh);
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(
                        permissions)) }
                : new FileAttribute<?>[0];
    }
}
