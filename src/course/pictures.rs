//! Pictures: files beside the course's own, or bytes in the program for the built-in course.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use super::files::{self, LONGEST};
use super::inside::{Inside, Unread};
use super::model::Text;

/// Where a course has its pictures.
#[derive(Debug)]
pub(super) enum Pictures {
    BuiltIn,
    /// The course's folder.
    Folder(PathBuf),
}

/// Why a picture cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("a picture's path starts at the course folder, with forward slashes and no `..`")]
    Elsewhere,
    #[error("a picture is a .png, .jpg, .jpeg, .gif, .webp or .svg file")]
    Form,
    #[error("it cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    #[error(transparent)]
    Unread(#[from] Unread),
}

impl Pictures {
    /// The bytes of the picture `file` and its media type.
    ///
    /// # Errors
    /// When there is none of this name inside the course, or it is no picture.
    pub(super) fn read(&self, file: &Text) -> Result<(Cow<'static, [u8]>, &'static str), PictureError> {
        let form = media_type(file.as_str()).ok_or(PictureError::Form)?;
        let path = Path::new(file.as_str());
        let is_inside = path.components().all(|c| matches!(c, Component::Normal(_))) && !file.as_str().contains('\\');
        if !is_inside {
            return Err(PictureError::Elsewhere);
        }
        match self {
            Self::BuiltIn => {
                let bytes = files::builtin_picture(file.as_str()).ok_or(std::io::ErrorKind::NotFound);
                Ok((Cow::Borrowed(bytes.map_err(std::io::Error::from)?), form))
            }
            Self::Folder(root) => Ok((Cow::Owned(Inside::of(root)?.read(file.as_str(), LONGEST)?), form)),
        }
    }
}

fn media_type(file: &str) -> Option<&'static str> {
    let extension = Path::new(file).extension()?.to_str()?.to_ascii_lowercase();
    Some(match extension.as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        _ => return None,
    })
}
