#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

/* Swift declares fork unavailable. It is safe here: the program that forks has one thread. */
static inline pid_t gx_fork(void) { return fork(); }

/* open, prctl and syscall are variadic, and Swift imports no variadic C functions. */
static inline int gx_linux_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }
static inline int gx_prctl(int option, unsigned long argument) { return prctl(option, argument, 0, 0, 0); }
static inline int gx_close_from(unsigned int first) {
    return syscall(SYS_close_range, first, ~0U, 0) == 0 ? 0 : -1;
}

/* glibc shows these to GNU sources only, which the compiler does not take Swift's imports for. */
enum { GX_O_PATH = 010000000, GX_CLONE_THREAD = 0x10000 };
static inline int gx_pipe(int *ends) { return (int)syscall(SYS_pipe2, ends, O_CLOEXEC); }
static inline int gx_set_limit(pid_t process, int resource, uint64_t soft, uint64_t hard) {
    struct rlimit limit = {soft, hard};
    return (int)syscall(SYS_prlimit64, process, resource, &limit, 0);
}

/* Glibc hides the unions behind macros. */
static inline void gx_handle_signal(int number, void (*handler)(int, siginfo_t *, void *), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = flags;
    sigaction(number, &action, 0);
}

/* The last words of a process that is about to die of a signal: a frame of the given type with the signal's number and
 * whether memory had run out. Only what is safe in a signal handler. */
static inline void gx_last_words(int descriptor, uint8_t type, int number) {
    uint8_t frame[7] = {2, 0, 0, 0, type, (uint8_t)number, errno == ENOMEM};
    ssize_t ignored = write(descriptor, frame, sizeof frame);
    (void)ignored;
    signal(number, SIG_DFL);
    raise(number);
}

/* A second copy above the numbers that a child's own files take. */
static inline int gx_move_up(int descriptor) {
    int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 16);
    if (moved >= 0) close(descriptor);
    return moved;
}
static inline int gx_set_nonblocking(int descriptor) {
    int flags = fcntl(descriptor, F_GETFL);
    return flags < 0 ? -1 : fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

/* ---- Passing open files: the control messages are macros. ---- */

static inline ssize_t gx_send_with_files(
    int socket, const void *bytes, size_t size, const int *files, int count, int flags) {
    char control[CMSG_SPACE(sizeof(int) * 16)];
    struct iovec part = {(void *)bytes, size};
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (count > 0 && count <= 16) {
        memset(control, 0, sizeof control);
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * count);
        memcpy(CMSG_DATA(header), files, sizeof(int) * count);
    }
    return sendmsg(socket, &message, flags | MSG_NOSIGNAL);
}

/* Gives the number of bytes; *count comes in as the room in files and goes out as the number received. */
static inline ssize_t gx_receive_with_files(int socket, void *bytes, size_t size, int *files, int *count) {
    char control[CMSG_SPACE(sizeof(int) * 16)];
    struct iovec part = {bytes, size};
    struct msghdr message;
    memset(&message, 0, sizeof message);
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    ssize_t got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    int room = *count;
    *count = 0;
    if (got < 0) return got;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        int number = (int)((header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
        int received[16];
        memcpy(received, CMSG_DATA(header), sizeof(int) * number);
        for (int index = 0; index < number; index++) {
            if (*count < room) files[(*count)++] = received[index]; else close(received[index]);
        }
    }
    return got;
}

/* ---- Landlock: glibc has no wrappers, and Debian 12's header is older than most kernels that run it. ---- */

struct gx_landlock_ruleset {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
};

struct gx_landlock_path {
    uint64_t allowed_access;
    int32_t parent_fd;
} __attribute__((packed));

#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_add_rule 445
#define __NR_landlock_restrict_self 446
#endif

/* The version of the kernel's Landlock, or -1 with errno. */
static inline int gx_landlock_version(void) { return (int)syscall(__NR_landlock_create_ruleset, 0, 0, 1U); }
static inline int gx_landlock_create(const struct gx_landlock_ruleset *rules, size_t size) {
    return (int)syscall(__NR_landlock_create_ruleset, rules, size, 0U);
}
static inline int gx_landlock_allow(int ruleset, const struct gx_landlock_path *rule) {
    return (int)syscall(__NR_landlock_add_rule, ruleset, 1, rule, 0U);
}
static inline int gx_landlock_enter(int ruleset) { return (int)syscall(__NR_landlock_restrict_self, ruleset, 0U); }

/* ---- seccomp ---- */

#if defined(__x86_64__)
#define GX_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define GX_AUDIT_ARCH AUDIT_ARCH_AARCH64
#else
#define GX_AUDIT_ARCH 0 /* no filter for this machine: the worker refuses to start */
#endif
static inline uint32_t gx_audit_architecture(void) { return GX_AUDIT_ARCH; }

/* 0, or an error number. The flag puts the filter on every thread there may be. */
static inline int gx_seccomp_install(const struct sock_filter *filter, unsigned short length) {
    struct sock_fprog program = {length, (struct sock_filter *)filter};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0 ? 0 : errno;
}

static inline int gx_drop_capabilities(void) {
    struct { uint32_t version; int pid; } header = {0x20080522, 0}; /* _LINUX_CAPABILITY_VERSION_3 */
    struct { uint32_t effective, permitted, inheritable; } none[2];
    memset(none, 0, sizeof none);
    return (int)syscall(SYS_capset, &header, none);
}

/* The numbers of system calls are macros, and not every machine has them all. -1 ends the list. */
static inline int gx_forbidden_call(int index) {
    static const int calls[] = {
        /* the network */
        __NR_socket, __NR_socketpair, __NR_connect, __NR_bind, __NR_listen, __NR_accept, __NR_accept4,
        /* other programs and processes */
        __NR_execve, __NR_execveat, __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_kcmp,
        __NR_pidfd_open, __NR_pidfd_getfd, __NR_pidfd_send_signal, __NR_rt_sigqueueinfo, __NR_rt_tgsigqueueinfo,
        __NR_setpriority, __NR_sched_setaffinity, __NR_sched_setscheduler, __NR_setpgid, __NR_setsid,
#ifdef __NR_fork
        __NR_fork, __NR_vfork,
#endif
        /* changes to files that Landlock does not reach */
        __NR_truncate, __NR_fchmod, __NR_fchmodat, __NR_fchown, __NR_fchownat, __NR_utimensat, __NR_setxattr,
        __NR_lsetxattr, __NR_fsetxattr, __NR_removexattr, __NR_lremovexattr, __NR_fremovexattr, __NR_mknodat,
        __NR_open_by_handle_at, __NR_flock, __NR_quotactl, __NR_fallocate,
#ifdef __NR_chmod
        __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat, __NR_mknod,
#endif
        /* traces that outlive the process */
        __NR_shmget, __NR_msgget, __NR_semget, __NR_mq_open, __NR_add_key, __NR_request_key, __NR_keyctl,
        /* other views of the machine */
        __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, __NR_unshare, __NR_setns, __NR_fsopen, __NR_fsmount,
        __NR_move_mount, __NR_open_tree, __NR_mount_setattr,
        /* the kernel's rarer doors */
        __NR_bpf, __NR_perf_event_open, __NR_userfaultfd, __NR_io_uring_setup, __NR_io_uring_enter,
        __NR_io_uring_register, __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_kexec_load,
        __NR_reboot, __NR_swapon, __NR_swapoff, __NR_sethostname, __NR_setdomainname, __NR_settimeofday,
        __NR_clock_settime, __NR_clock_adjtime, __NR_adjtimex, __NR_acct, __NR_syslog, __NR_personality,
        __NR_vhangup, __NR_fanotify_init, __NR_inotify_init1, __NR_lookup_dcookie, __NR_setrlimit,
#ifdef __NR_iopl
        __NR_iopl, __NR_ioperm, __NR_modify_ldt,
#endif
    };
    return index < (int)(sizeof calls / sizeof *calls) ? calls[index] : -1;
}

/* Calls that are looked at more closely. */
static inline int gx_call_clone(void) { return __NR_clone; }
static inline int gx_call_clone3(void) { return __NR_clone3; }
static inline int gx_call_prlimit(void) { return __NR_prlimit64; }
static inline int gx_call_kill(void) { return __NR_kill; }
static inline int gx_call_tkill(void) { return __NR_tkill; }
static inline int gx_call_tgkill(void) { return __NR_tgkill; }
