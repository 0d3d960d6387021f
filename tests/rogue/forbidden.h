/* System calls that no child makes; tests/test-child.c tries each. */
#ifndef JIYAO_FORBIDDEN_H
#define JIYAO_FORBIDDEN_H

#ifdef HAVE_SECCOMP
/* What only an attack does.  Those that this machine does not have are left out. */
static const char *const deadly[] = {
	/* processes, and what is another's */
	"fork", "vfork", "clone", "execve", "execveat", "ptrace", "process_vm_readv",
	"process_vm_writev", "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "process_madvise",
	"kcmp", "kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo",
	/* the network */
	"socket", "socketpair", "bind", "listen", "accept", "accept4",
	/* the kernel, and other rights */
	"bpf", "perf_event_open", "keyctl", "add_key", "request_key", "io_uring_setup",
	"io_uring_enter", "io_uring_register", "userfaultfd", "unshare", "setns", "mount",
	"umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig",
	"fsmount", "fspick", "mount_setattr", "swapon", "swapoff", "reboot", "acct", "quotactl",
	"iopl", "ioperm", "modify_ldt", "vmsplice", "name_to_handle_at", "open_by_handle_at",
	"setuid", "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setgroups", "capset",
	"personality", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "sethostname",
	"setdomainname", "syslog", "kexec_load", "init_module", "finit_module", "delete_module",
};

/* What libraries might try, or nobody needs: it does not reach the kernel. */
static const char *const futile[] = {
	/* files */
	"open", "openat", "openat2", "creat", "link", "linkat", "symlink", "symlinkat", "rename",
	"renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "mknod",
	"mknodat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat", "utime",
	"utimes", "futimesat", "utimensat", "truncate", "ftruncate", "fallocate", "setxattr",
	"lsetxattr", "fsetxattr", "removexattr", "flock", "chdir", "fchdir", "umask", "sync",
	"syncfs", "copy_file_range", "sendfile", "splice", "tee", "uselib",
	/* ways to others: sockets that somebody has left open, queues, shared memory, events */
	"connect", "sendto", "sendmsg", "sendmmsg", "recvfrom", "recvmsg", "shutdown", "shmget",
	"shmat", "shmctl", "semget", "semop", "semctl", "msgget", "msgsnd", "msgrcv", "mq_open",
	"mq_unlink", "memfd_create", "memfd_secret", "pipe", "pipe2", "dup2", "dup3",
	"inotify_init", "inotify_init1", "fanotify_init", "fanotify_mark", "signalfd4",
	"epoll_create1", "timer_create", "timerfd_create", "setitimer", "alarm", "io_setup", "ioctl",
	"fcntl",
	/* processes, and what the kernel thinks of them */
	"clone3", "wait4", "waitid", "prctl", "seccomp", "landlock_create_ruleset",
	"landlock_restrict_self", "setrlimit", "prlimit64", "setpriority", "sched_setaffinity",
	"sched_setscheduler", "sched_setparam", "sched_setattr", "ioprio_set", "setpgid", "setsid",
	"setfsuid", "setfsgid", "capget", "mlock", "mlockall", "mbind", "set_mempolicy",
	"migrate_pages", "move_pages", "process_mrelease", "remap_file_pages", "get_robust_list",
};
#endif

#endif
