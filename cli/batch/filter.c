/*
 * The filter of system calls.  It is a list of what is allowed: the kernel has hundreds of calls
 * and gains more, and reading a document needs few of them.  What is on no list answers ENOSYS, as
 * an older kernel would, so that a C library which tries something new first falls back to what it
 * did before.
 *
 * Two lists are there only to give a better answer: what libraries try without harm is refused as
 * the file system would, and what only an attack does ends the process at once (SIGSYS), so that it
 * has a name in the ledger.
 */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include "inside.h"

#ifdef HAVE_SECCOMP
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif

/* To make the program takes a tenth of what a short document does, so the parent makes it, once.
 * In it this number, which no process has, stands for the child's own. */
enum { SELF = 0x7e1f5e1f };
static struct sock_filter code[4096];
static struct sock_fprog program = {.filter = code};

static const char *const allowed[] = {
	/* memory */
	"brk", "mmap", "mmap2", "munmap", "mprotect", "mremap", "madvise", "membarrier",
	/* what is open */
	"read", "readv", "pread64", "preadv", "write", "writev", "pwrite64", "lseek", "_llseek",
	"close", "fadvise64", "fadvise64_64", "arm_fadvise64_64", "readahead", "fstat", "fstat64",
	"fstatfs", "fstatfs64", "fsync", "fdatasync", "dup", "getdents", "getdents64", "poll",
	"ppoll", "ppoll_time64", "eventfd2",
	/* what is there, readable or not */
	"stat", "stat64", "lstat", "lstat64", "newfstatat", "fstatat64", "statx", "access",
	"faccessat", "faccessat2", "readlink", "readlinkat", "getcwd", "statfs", "statfs64",
	/* threads, of which OpenMP may want some */
	"futex", "futex_time64", "set_robust_list", "rseq", "set_tid_address", "exit", "exit_group",
	"sched_yield", "sched_getaffinity", "getcpu", "restart_syscall",
	/* its own signals */
	"rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigreturn", "sigaltstack",
	/* time, itself, the machine */
	"clock_gettime", "clock_gettime64", "clock_getres", "clock_getres_time64", "gettimeofday",
	"time", "nanosleep", "clock_nanosleep", "clock_nanosleep_time64", "times", "getrusage",
	"getpid", "gettid", "getppid", "getuid", "getuid32", "geteuid", "geteuid32", "getgid",
	"getgid32", "getegid", "getegid32", "uname", "sysinfo", "getrlimit", "ugetrlimit",
	"getrandom", "arch_prctl",
	NULL
};

/* Fontconfig renews its caches, libraries tidy up and ask whether they write to a terminal. */
static const char *const refused[] = {
	"mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2",
	"link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "creat", "truncate",
	"truncate64", "ftruncate", "ftruncate64", "fallocate", "chmod", "fchmod", "fchmodat",
	"fchmodat2", "chown", "chown32", "lchown", "lchown32", "fchown", "fchown32", "fchownat",
	"utime", "utimes", "futimesat", "utimensat", "utimensat_time64", "setxattr", "lsetxattr",
	"fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "flock", "umask", "chdir",
	"fchdir", "setpgid", "setsid", "setpriority", "sched_setscheduler", "sched_setaffinity",
	"sched_setparam", "setrlimit", NULL
};

/* Nothing that reads a document does this; nor other sockets, processes and signals than those
 * below. */
static const char *const deadly[] = {
	/* other processes, other programs */
	"fork", "vfork", "execve", "execveat", "ptrace", "process_vm_readv", "process_vm_writev",
	"process_madvise", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open",
	"pidfd_send_signal", "pidfd_getfd", "kcmp",
	/* the network */
	"socketpair", "socketcall", "bind", "listen", "accept", "accept4",
	/* the kernel itself, and what it is often attacked by */
	"bpf", "perf_event_open", "keyctl", "add_key", "request_key", "io_uring_setup",
	"io_uring_enter", "io_uring_register", "userfaultfd", "kexec_load", "kexec_file_load",
	"init_module", "finit_module", "delete_module", "setns", "unshare", "mount", "umount",
	"umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig",
	"fsmount", "fspick", "mount_setattr", "swapon", "swapoff", "reboot", "acct", "quotactl",
	"iopl", "ioperm", "modify_ldt", "vmsplice", "name_to_handle_at", "open_by_handle_at",
	"setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setgroups", "capset",
	"personality", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "sethostname",
	"setdomainname", "syslog", NULL
};

/* A call that this machine does not have needs no rule. */
static int
add_all(scmp_filter_ctx filter, const char *const *names, uint32_t action)
{
	for (; *names; names++) {
		int call = seccomp_syscall_resolve_name(*names);

		if (call != __NR_SCMP_ERROR && seccomp_rule_add(filter, action, call, 0) < 0
		    && call >= 0)
			return -1;
	}
	return 0;
}

#define WHERE(filter, action, call, ...) \
	seccomp_rule_add((filter), (action), SCMP_SYS(call), __VA_ARGS__)

/* Files are opened to be read; how is in the flags. */
static int
add_open(scmp_filter_ctx filter)
{
	static const scmp_datum_t writing[] = {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC};
	const uint32_t refuse = SCMP_ACT_ERRNO(EACCES);
	scmp_datum_t any = 0;
	int failed = 0;

	for (size_t i = 0; i < sizeof(writing) / sizeof(*writing) && !failed; i++) {
		scmp_datum_t flag = writing[i];

		any |= flag;
		failed = WHERE(filter, refuse, open, 1, SCMP_A1(SCMP_CMP_MASKED_EQ, flag, flag))
		    || WHERE(filter, refuse, openat, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, flag, flag));
	}
	return failed || WHERE(filter, SCMP_ACT_ALLOW, open, 1, SCMP_A1(SCMP_CMP_MASKED_EQ, any, 0))
	    || WHERE(filter, SCMP_ACT_ALLOW, openat, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, any, 0));
}

#ifdef __s390__
#define FLAGS(mask, value) SCMP_A1(SCMP_CMP_MASKED_EQ, (mask), (value))
#else
#define FLAGS(mask, value) SCMP_A0(SCMP_CMP_MASKED_EQ, (mask), (value))
#endif

/* A thread is no new process, nor has it a network or mounts of its own, as root could give it.
 * (clone3 has its flags in memory, where no filter sees them; it answers ENOSYS, and the C library
 * takes clone.) */
static int
add_threads(scmp_filter_ctx filter)
{
	static const scmp_datum_t apart[] = {CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS,
	    CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET};
	const scmp_datum_t thread = CLONE_THREAD;
	scmp_datum_t any = thread;
	int failed = WHERE(filter, SCMP_ACT_KILL_PROCESS, clone, 1, FLAGS(thread, 0));

	for (size_t i = 0; i < sizeof(apart) / sizeof(*apart) && !failed; i++) {
		scmp_datum_t flag = apart[i];

		any |= flag;
		failed = WHERE(filter, SCMP_ACT_KILL_PROCESS, clone, 1, FLAGS(flag, flag));
	}
	return failed || WHERE(filter, SCMP_ACT_ALLOW, clone, 1, FLAGS(any, thread));
}

/* abort() is a signal to oneself, whose number only the child knows. */
static int
add_signals(scmp_filter_ctx filter)
{
	const int calls[] = {SCMP_SYS(tgkill), SCMP_SYS(tkill), SCMP_SYS(kill)};
	int failed = 0;

	for (size_t i = 0; i < sizeof(calls) / sizeof(*calls) && !failed; i++)
		failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 1,
			     SCMP_A0(SCMP_CMP_EQ, SELF))
		    || seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, calls[i], 1,
			SCMP_A0(SCMP_CMP_NE, SELF));
	return failed;
}

/* Who asks for a user's name or a host's may do it through a socket of the machine's own (nscd):
 * that is not yet the network. */
static int
add_sockets(scmp_filter_ctx filter)
{
	return WHERE(filter, SCMP_ACT_ERRNO(EACCES), socket, 1, SCMP_A0(SCMP_CMP_EQ, AF_UNIX))
	    || WHERE(filter, SCMP_ACT_KILL_PROCESS, socket, 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX));
}

/* Calls of many purposes. */
static int
add_parts(scmp_filter_ctx filter)
{
	static const int names[] = {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA};
	int failed = WHERE(filter, SCMP_ACT_ERRNO(ENOTTY), ioctl, 0)
	    || WHERE(filter, SCMP_ACT_ALLOW, prlimit64, 1, SCMP_A2(SCMP_CMP_EQ, 0));

	for (size_t i = 0; i < sizeof(names) / sizeof(*names) && !failed; i++)
		failed = WHERE(filter, SCMP_ACT_ALLOW, prctl, 1,
		    SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)names[i]));
	for (scmp_datum_t i = F_DUPFD; i <= F_SETFL && !failed; i++)
		failed = WHERE(filter, SCMP_ACT_ALLOW, fcntl, 1, SCMP_A1(SCMP_CMP_EQ, i));
	return failed
	    || WHERE(filter, SCMP_ACT_ALLOW, fcntl, 1, SCMP_A1(SCMP_CMP_EQ, F_DUPFD_CLOEXEC));
}

static int
add_rules(scmp_filter_ctx filter)
{
	/* Of another machine's system calls (those of 32 bits), none. */
	return seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS)
		|| add_all(filter, allowed, SCMP_ACT_ALLOW)
		|| add_all(filter, refused, SCMP_ACT_ERRNO(EACCES))
		|| add_all(filter, deadly, SCMP_ACT_KILL_PROCESS) || add_open(filter)
		|| add_threads(filter) || add_signals(filter) || add_sockets(filter)
		|| add_parts(filter)
	    ? -1
	    : 0;
}

/* The program that libseccomp has made; it gives it to nothing but a file. */
static int
take_program(scmp_filter_ctx filter)
{
	int fd = memfd_create("filter", MFD_CLOEXEC);
	ssize_t size = 0;

	if (fd >= 0 && seccomp_export_bpf(filter, fd) == 0)
		size = pread(fd, code, sizeof(code), 0);
	if (fd >= 0)
		close(fd);
	if (size <= 0 || size == sizeof(code))
		return -1;
	program.len = (unsigned short)((size_t)size / sizeof(*code));
	return 0;
}

int
filter_prepare(void)
{
	scmp_filter_ctx filter;
	int failed;

	if (program.len)
		return 0;
	filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
	if (!filter)
		return -1;
	failed = add_rules(filter) || take_program(filter);
	seccomp_release(filter);
	return failed ? -1 : 0;
}

bool
filter_works(void)
{
	return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}
int
filter_enter(void)
{
	if (!filter_works())
		return 0;
	for (size_t i = 0; i < program.len; i++)
		if (BPF_CLASS(code[i].code) == BPF_JMP && code[i].k == SELF)
			code[i].k = (uint32_t)getpid();
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}
#else
int
filter_prepare(void)
{
	return 0;
}

int
filter_enter(void)
{
	return 0;
}

bool
filter_works(void)
{
	return false;
}
#endif
