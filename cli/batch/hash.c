/* SHA-256, by which the ledger knows inputs and outputs again. */
#include <gcrypt.h>

#include "inside.h"

struct digest
digest_of(struct jy_bytes bytes)
{
	struct digest digest;
	unsigned char hash[32];

	if (!gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P)) {	/* the core may have done it */
		gcry_check_version(NULL);
		gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
		gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
	}
	gcry_md_hash_buffer(GCRY_MD_SHA256, hash, bytes.at, bytes.size);
	for (int i = 0; i < 32; i++)
		snprintf(digest.hex + 2 * i, 3, "%02x", hash[i]);
	return digest;
}
