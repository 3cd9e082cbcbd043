/** The benchmark: the packaged service as a process of its own, volunteers who answer, and the ceiling beside it. */
package org.branchline.bench;
