package org.branchline.intake;

import java.time.Instant;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Stage;

/**
 * A run as it is stored, with its answers in effect.
 *
 * @param touched when its person last did something in it
 */
public record OpenRun(
        long id, String playbook, String version, Stage stage, int step, Answers answers, Instant touched) {}
