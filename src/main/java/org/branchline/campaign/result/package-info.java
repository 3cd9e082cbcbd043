/**
 * What came of a playbook: who joined, started and finished, what they answered, and the answers as a file; the most
 * frequent of them told back to those who gave them. Touches {@code campaign.audience}, {@code intake}, {@code playbooks}, {@code roster}, {@code conversation} and {@code database}.
 */
@NullMarked
package org.branchline.campaign.result;

import org.jspecify.annotations.NullMarked;
