private import CLinux
private import Glibc

/// Linux's seccomp: a program of the kernel's packet filter looks at every system call.
///
/// It is written here by hand and not by libseccomp: sixty lines, no further library to load at every start, and the
/// list in the shim is all that has to be kept up.
enum SystemCallFilter {
    static func install() throws(ConfinementProblem) {
        guard gx_audit_architecture() != 0 else {
            throw ConfinementProblem(.seccomp, words: "no filter for this processor")
        }
        let program = program(process: UInt32(bitPattern: getpid()))
        let code = program.withUnsafeBufferPointer { gx_seccomp_install($0.baseAddress, UInt16($0.count)) }
        guard code == 0 else { throw ConfinementProblem(.seccomp, code) }
    }

    // Offsets in the kernel's seccomp_data: the call's number, the machine, six arguments of 64 bits.
    private static let numberOffset: UInt32 = 0
    private static let machineOffset: UInt32 = 4
    private static func argument(_ index: UInt32) -> UInt32 { 16 + 8 * index }

    /// Calls are refused with EPERM, not punished: a library that can do without, does.
    private static func program(process: UInt32) -> [sock_filter] {
        var code = [
            load(machineOffset),
            jump(ifEqual: gx_audit_architecture(), else: 1),
            skip(1),
            result(SECCOMP_RET_KILL_PROCESS),
            load(numberOffset),
            // x86-64's second set of numbers, and whatever a kernel of tomorrow brings, is not there.
            sock_filter(code: UInt16(BPF_JMP | BPF_JGE | BPF_K), jt: 0, jf: 1, k: 460),
            refuse(ENOSYS),
        ]
        var index: Int32 = 0
        while case let call = gx_forbidden_call(index), call >= 0 {
            code += [jump(ifEqual: UInt32(call), else: 1), refuse(EPERM)]
            index += 1
        }
        // clone3 hides its flags behind a pointer; glibc takes clone where it is not there.
        code += [jump(ifEqual: UInt32(gx_call_clone3()), else: 1), refuse(ENOSYS)]
        // Threads, but no processes.
        code += [
            jump(ifEqual: UInt32(gx_call_clone()), else: 4),
            load(argument(0)),
            sock_filter(code: UInt16(BPF_JMP | BPF_JSET | BPF_K), jt: 1, jf: 0, k: UInt32(GX_CLONE_THREAD)),
            refuse(EPERM),
            result(SECCOMP_RET_ALLOW),
        ]
        // Limits may be looked at, not set: the new ones are the third argument.
        code += [
            jump(ifEqual: UInt32(gx_call_prlimit()), else: 6),
            load(argument(2)),
            jump(ifEqual: 0, else: 2),
            load(argument(2) + 4),
            jump(ifEqual: 0, else: 0, then: 1),
            refuse(EPERM),
            result(SECCOMP_RET_ALLOW),
        ]
        // Signals, but only to itself: abort() is one.
        code += [jump(ifEqual: UInt32(gx_call_tkill()), else: 1), refuse(EPERM)]
        for call in [gx_call_kill(), gx_call_tgkill()] {
            code += [
                jump(ifEqual: UInt32(call), else: 4),
                load(argument(0)),
                jump(ifEqual: process, else: 0, then: 1),
                refuse(EPERM),
                result(SECCOMP_RET_ALLOW),
            ]
        }
        code.append(result(SECCOMP_RET_ALLOW))
        return code
    }

    private static func load(_ offset: UInt32) -> sock_filter {
        sock_filter(code: UInt16(BPF_LD | BPF_W | BPF_ABS), jt: 0, jf: 0, k: offset)
    }

    /// Goes on behind the next `then` instructions where the number is that one, else behind the next `else`.
    private static func jump(ifEqual value: UInt32, else other: UInt8, then same: UInt8 = 0) -> sock_filter {
        sock_filter(code: UInt16(BPF_JMP | BPF_JEQ | BPF_K), jt: same, jf: other, k: value)
    }

    private static func skip(_ count: UInt32) -> sock_filter {
        sock_filter(code: UInt16(BPF_JMP | BPF_JA), jt: 0, jf: 0, k: count)
    }

    private static func result(_ action: UInt32) -> sock_filter {
        sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: action)
    }

    private static func result(_ action: Int32) -> sock_filter { result(UInt32(bitPattern: action)) }

    private static func refuse(_ code: Int32) -> sock_filter {
        result(UInt32(SECCOMP_RET_ERRNO) | UInt32(code))
    }
}
