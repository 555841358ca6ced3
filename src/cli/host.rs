//! `host`: a drill that the class plays on its own devices.

use std::net::SocketAddr;

use clap::{Args, ValueEnum};

use super::DrillArgs;

/// Opening a drill to phones in the same network. The wall shows where to go; nothing is asked first.
#[derive(Args, Clone, Debug)]
pub struct HostArgs {
    #[command(flatten)]
    pub drill: DrillArgs,
    /// Listen on this address and port alone [default: all networks, the first free port from 8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub bind: Option<SocketAddr>,
    /// What people are called [default: free, or with --class the names of the class]
    #[arg(long, value_enum, value_name = "WHICH")]
    pub names: Option<NameChoice>,
}

/// What people are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NameChoice {
    /// Each writes a name
    Free,
    /// Each gets a harmless name, such as Quiet Otter
    Safe,
}
