/** From the schema of every release to the newest, with rows in place; and what a migration may do while older processes still run. */
package org.branchline.upgrade;
