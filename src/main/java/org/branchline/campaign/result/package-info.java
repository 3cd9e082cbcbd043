/** What came of a playbook: who joined, started and finished, what they answered, and the answers as a file. */
@NullMarked
package org.branchline.campaign.result;

import org.jspecify.annotations.NullMarked;
