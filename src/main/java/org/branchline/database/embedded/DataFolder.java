package org.branchline.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            throw unwritable(folder);
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

    /** Why a start could not take the folder, told without making or touching anything in it. */
    public static Optional<StartProblem> refusal(Path folder) {
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return Files.isDirectory(nearest) && Files.isWritable(nearest)
                ? Optional.empty()
                : Optional.of(unwritable(folder));
    }

    /** The files with secrets in a folder that others on this machine can read: none, if all is well. */
    public static List<String> exposed(Path folder) {
        return Stream.of("postgres.url", "postgres.passwords", "data.key")
                .filter(name -> PrivateFile.openToOthers(folder.resolve(name)))
                .toList();
    }

    private static StartProblem unwritable(Path folder) {
        return new StartProblem("DATA_DIR " + folder + " cannot be written to: give the service's user rights to it,"
                + " or set DATA_DIR to another folder.");
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
