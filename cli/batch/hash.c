/* SHA-256, by which the ledger knows inputs and outputs again. */
#include <errno.h>
#include <gcrypt.h>
#include <unistd.h>

#include "inside.h"

static void
prepare(void)
{
	if (gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P))
		return;		/* the core has done it */
	gcry_check_version(NULL);
	gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
	gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
}

static struct digest
in_digits(const unsigned char *hash)
{
	struct digest digest;

	for (int i = 0; i < 32; i++)
		snprintf(digest.hex + 2 * i, 3, "%02x", hash[i]);
	return digest;
}

struct digest
digest_of(struct jy_bytes bytes)
{
	unsigned char hash[32];

	prepare();
	gcry_md_hash_buffer(GCRY_MD_SHA256, hash, bytes.at, bytes.size);
	return in_digits(hash);
}

bool
digest_of_file(int fd, struct digest *digest)
{
	unsigned char piece[16 * 1024];
	gcry_md_hd_t hash;
	ssize_t n;

	prepare();
	if (gcry_md_open(&hash, GCRY_MD_SHA256, 0))
		must(NULL);
	while ((n = read(fd, piece, sizeof(piece))) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			gcry_md_write(hash, piece, (size_t)n);
	*digest = in_digits(gcry_md_read(hash, GCRY_MD_SHA256));
	gcry_md_close(hash);
	return n == 0;
}
