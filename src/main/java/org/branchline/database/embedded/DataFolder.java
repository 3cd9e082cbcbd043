package org.branchline.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.branchline.database.StartProblem;

/** {@code DATA_DIR}, held by one process at a time: the lock falls with the process, however it ends. */
public final class DataFolder implements AutoCloseable {

    private final FileChannel lockFile;

    private DataFolder(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder, making it where needed; empty when another process has it.
     *
     * @throws StartProblem when it cannot be written to
     */
    public static Optional<DataFolder> take(Path folder) {
        FileChannel lockFile;
        try {
            Files.createDirectories(folder);
            lockFile = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartProblem("DATA_DIR " + folder + " cannot be written to: give the service's user rights to it,"
                    + " or set DATA_DIR to another folder.");
        }
        FileLock lock = null;
        try {
            lock = lockFile.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new DataFolder(lockFile));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StartProblem("DATA_DIR " + folder + " cannot be locked: put it on a disk that knows file locks.");
        } finally {
            if (lock == null) {
                closeQuietly(lockFile);
            }
        }
    }

    public static StartProblem taken(Path folder) {
        return new StartProblem("DATA_DIR " + folder
                + " is in use by another running service: stop that one, or set DATA_DIR to another folder.");
    }

    @Override
    public void close() {
        closeQuietly(lockFile);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The lock goes with the process at the latest.
        }
    }
}
